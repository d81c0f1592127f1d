//! Declares a record once: its typed form, its fields, and how the one is read from the other.

macro_rules! record {
    ($(#[$doc:meta])* $name:ident: $kind:ident {
        $($(#[$fdoc:meta])* $field:ident: $type:ty = $shape:expr),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Its key.
            pub id: $crate::Id,
            $($(#[$fdoc])* pub $field: Option<$type>),*
        }

        impl $name {
            /// The kind of this record.
            pub const KIND: $crate::change::Kind = $crate::change::Kind::$kind;

            /// Its fields and what they may hold.
            pub const FIELDS: &'static [$crate::change::FieldDef] = &[
                $($crate::change::FieldDef { name: stringify!($field), shape: $shape }),*
            ];

            /// The fields that hold something, in order, each in its one spelling.
            pub fn texts(&self) -> Vec<(&'static str, String)> {
                use $crate::change::FieldValue as _;
                let mut texts = Vec::new();
                $(if let Some(value) = &self.$field {
                    texts.push((stringify!($field), value.to_field()));
                })*
                texts
            }

            /// Reads the typed form; the name of the first field that does not read, else.
            pub fn from_record(
                id: $crate::Id,
                record: &$crate::change::Record,
            ) -> Result<Self, &'static str> {
                Ok(Self {
                    id,
                    $($field: match record.get(stringify!($field)) {
                        Some(text) => Some(
                            <$type as $crate::change::FieldValue>::from_field(text)
                                .ok_or(stringify!($field))?,
                        ),
                        None => None,
                    }),*
                })
            }
        }

        impl $crate::case::record::Listed for $name {
            const KIND: $crate::change::Kind = Self::KIND;

            fn id(&self) -> $crate::Id {
                self.id
            }

            fn read(
                id: $crate::Id,
                record: &$crate::change::Record,
            ) -> Result<Self, &'static str> {
                Self::from_record(id, record)
            }
        }
    };
}

pub(super) use record;

/// A record that stands in a list of the case.
pub(crate) trait Listed: Sized {
    /// Its kind.
    const KIND: crate::change::Kind;
    /// Its key.
    fn id(&self) -> crate::Id;
    /// Reads it; the name of the first field that does not read, else.
    fn read(id: crate::Id, record: &crate::change::Record) -> Result<Self, &'static str>;
}
