//! The macro that a kind writes its table of fields with.

/// The table of a kind. A row is the field, then what it takes and, in brackets, what it is to its record. A field that
/// stands deeper in the record names its place after `in`; one that is put together names how it is read and written
/// after `by`.
macro_rules! fields {
    ($kind:ty { $($name:ident $(in $($place:ident).+)? $(by $get:path, $set:path)?: $shape:expr $(, [$($role:ident),+])?;)* }) => {
        impl $crate::record::fields::Fields for $kind {
            const FIELDS: &'static [$crate::record::fields::TableField<Self>] = &[
                $($crate::record::table::field!(
                    $name, [$($($place).+)?], [$($get, $set)?], $shape, &[$($($crate::record::fields::FieldRole::$role),+)?]
                ),)*
            ];
        }
    };
}
pub(crate) use fields;

/// One row of [`fields!`].
macro_rules! field {
    ($name:ident, [], [], $shape:expr, $roles:expr) => {
        $crate::record::table::field!($name, [$name], [], $shape, $roles)
    };
    ($name:ident, [$($place:ident).+], [], $shape:expr, $roles:expr) => {
        $crate::record::fields::TableField {
            info: $crate::record::fields::FieldInfo { name: stringify!($name), shape: $shape, roles: $roles },
            get: |record| $crate::record::field_value::FieldValue::value(&record.$($place).+),
            set: |record, written| $crate::record::field_value::FieldValue::take(&mut record.$($place).+, written),
            redirect: |record, from, to| $crate::record::field_value::FieldValue::redirect(&mut record.$($place).+, from, to),
        }
    };
    ($name:ident, [], [$get:path, $set:path], $shape:expr, $roles:expr) => {
        $crate::record::fields::TableField {
            info: $crate::record::fields::FieldInfo { name: stringify!($name), shape: $shape, roles: $roles },
            get: $get,
            set: $set,
            redirect: |_, _, _| false,
        }
    };
}
pub(crate) use field;
