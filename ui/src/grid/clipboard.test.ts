import { describe, expect, it } from 'vitest';
import { readCells, writeCells } from './clipboard';

describe('readCells', () => {
  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']], 'the last line break blanks no further row'],
    ['a\n\n', [['a'], ['']], 'only one line break at the end belongs to the last row'],
    ['"two\nlines"\tb', [['two\nlines', 'b']], 'a break inside quotes stays in its cell'],
    ['"a ""b"" c"', [['a "b" c']], 'doubled quotes are one'],
    ['12" pipe\tx', [['12" pipe', 'x']], 'a quote inside a cell is a quote'],
    ['"12 pipe\tx', [['"12 pipe', 'x']], 'a quote without partner is a quote'],
    ['', [['']], 'nothing is one empty cell'],
    ['a\t\tb', [['a', '', 'b']], 'empty cells count'],
  ])('%j', (text, cells, reason) => expect(readCells(text), reason).toEqual(cells));

  it('reads back what it wrote', () => {
    const cells = [
      ['灰土路堤', '12.5×3.2\n×0.4', 'say "yes"'],
      ['', 'tab\there', 'x'],
    ];
    expect(readCells(writeCells(cells))).toEqual(cells);
  });
});
