package org.pgherd.analyzer.catalog;

import java.util.List;

/// A row of pg_roles, as far as row-level security hangs on it.
///
/// @param memberOf the roles that it has been granted
public record Role(int oid, String name, boolean superuser, boolean bypassesRowSecurity, List<Integer> memberOf) {
    public Role {
        memberOf = List.copyOf(memberOf);
    }
}
