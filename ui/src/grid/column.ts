// What a column of a grid shows and takes.

import type { Shape } from '../backend/bindings/Shape';
import type { Row } from '../backend/bindings/Row';

/** One entry of a list a cell chooses from. */
export interface Option {
  /** What is kept. */
  value: string;
  /** What is shown and typed. */
  text: string;
  /** More about it, dimmed. */
  detail?: string;
}

/** Reads a field of a row, what is not saved yet included. */
export type Fields = (field: string) => string;

export interface Column {
  field: string;
  title: string;
  /** At the medium text size. */
  widthPx: number;
  /** Amounts and quantities stand at the end of their cell. */
  end?: boolean;
  /** Computed by the program; nothing can be typed. */
  computed?: boolean;
  shape: Shape;
  /** What the cell shows; the field itself when absent. */
  show?: (row: Row) => string;
  /** The list to choose from; nothing where this row takes free text. */
  options?: (fields: Fields) => Option[] | null;
  /** What the program found wrong, in words. */
  problem?: (row: Row) => string | null;
  /** Stands in the pinned row below. */
  total?: string | undefined;
  /** What could be typed here, shown in the empty last row. */
  example?: string;
}
