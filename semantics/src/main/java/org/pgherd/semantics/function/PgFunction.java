package org.pgherd.semantics.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a public static method of a public final class as the implementation of rows of pg_proc.
///
/// Parameters: optionally a [FunctionContext], then optionally a [CallSite], then one per argument of the row, of the
/// argument's carrier: a primitive or class of `semantics.value` if the row is strict (it is never called with NULL),
/// else its box or class, nullable. `Object` takes any carrier boxed (polymorphic arguments).
/// A VARIADIC argument arrives as [org.pgherd.semantics.value.PgArray]; one of type "any" as `Object[]` of the rest.
/// Result: the carrier (nullable box if it may be NULL); [RowIterator] for a set-returning function.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PgFunction {
    /// pg_proc.oid; several if rows share their C function and carriers.
    int[] oid();
}
