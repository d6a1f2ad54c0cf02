package org.pgherd.semantics.jsonpath;

/// A value of type jsonpath.
///
/// @param lax whether structural errors are forgiven
public record JsonPath(boolean lax, PathItem root) {
    /// Fails as jsonpath_in does.
    public static JsonPath parse(String text) {
        return new JsonPathParser(text).parse();
    }

    /// jsonpath_out.
    @Override
    public String toString() {
        return JsonPathText.format(this);
    }
}
