# Sourced by ./pgherd and .ci/run: finds a JDK that is new enough. POSIX shell and tools, no JVM is started.

# Major version of the JDK at $1, from its release file; nothing if it is none (a JRE has no javac).
jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1
}

# Whether the JDK at $1 is of version $2 or later.
jdk_suits() {
    jdk_found_major=$(jdk_major "$1") || return 1
    [ -n "$jdk_found_major" ] && [ "$jdk_found_major" -ge "$2" ]
}

# The JDK that the `java` on PATH belongs to, through its symbolic links.
jdk_on_path() {
    jdk_program=$(command -v java) || return 1
    while [ -L "$jdk_program" ]; do
        jdk_link=$(readlink "$jdk_program") || return 1
        case $jdk_link in
            /*) jdk_program=$jdk_link ;;
            *) jdk_program=$(dirname "$jdk_program")/$jdk_link ;;
        esac
    done
    (cd "$(dirname "$jdk_program")/.." 2>/dev/null && pwd -P)
}

# Prints the home of a JDK of version $1 or later: JAVA_HOME, else java on PATH, else where JDKs are installed.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_suits "$JAVA_HOME" "$1"; then
        printf '%s\n' "$JAVA_HOME"
        return 0
    fi
    jdk_candidate=$(jdk_on_path) || jdk_candidate=
    if [ -n "$jdk_candidate" ] && jdk_suits "$jdk_candidate" "$1"; then
        printf '%s\n' "$jdk_candidate"
        return 0
    fi
    for jdk_candidate in /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* "${HOME:-/nonexistent}"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -d "$jdk_candidate" ] && jdk_suits "$jdk_candidate" "$1"; then
            printf '%s\n' "$jdk_candidate"
            return 0
        fi
    done
    return 1
}

# What to tell a person when there is none of version $1.
jdk_missing() {
    printf '%s\n' "JDK $1 or later is needed and was not found: install one (for example Eclipse Temurin $1), or set JAVA_HOME to it"
}
