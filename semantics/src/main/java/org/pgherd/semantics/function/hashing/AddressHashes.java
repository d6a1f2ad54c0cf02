package org.pgherd.semantics.function.hashing;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.hash.HashFunctions;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.MacAddress;

/// Hashes of network addresses and of transaction and command numbers (network.c, mac.c, mac8.c, xid.c).
public final class AddressHashes {
    private AddressHashes() {}

    @PgFunction(oid = 422)
    public static int hashinet(Inet a) {
        return (int) HashFunctions.inet(a, 0);
    }

    @PgFunction(oid = 779)
    public static long hashinetextended(Inet a, long seed) {
        return HashFunctions.inet(a, seed);
    }

    @PgFunction(oid = {399, 328})
    public static int hashmacaddr(MacAddress a) {
        return (int) HashFunctions.macAddress(a, 0);
    }

    @PgFunction(oid = {778, 781})
    public static long hashmacaddrextended(MacAddress a, long seed) {
        return HashFunctions.macAddress(a, seed);
    }

    @PgFunction(oid = {6419, 6423})
    public static int hashxid(int a) {
        return (int) HashFunctions.int4(a, 0);
    }

    @PgFunction(oid = {6420, 6424})
    public static long hashxidextended(int a, long seed) {
        return HashFunctions.int4(a, seed);
    }

    @PgFunction(oid = {6421, 6425})
    public static int hashxid8(long a) {
        return (int) HashFunctions.int8(a, 0);
    }

    @PgFunction(oid = {6422, 6426})
    public static long hashxid8extended(long a, long seed) {
        return HashFunctions.int8(a, seed);
    }
}
