# Read by scripts/install and scripts/package: finds Java and builds the jars that are installed, into target/distribution.
# shellcheck shell=sh disable=SC2154 # root and fail come from those who read this

distribution=$root/target/distribution

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
else
    java=$(command -v java) || fail "There is no Java; install a JDK 17 or newer."
fi

build_distribution() {
    if [ -f "$distribution/.built" ] && [ -z "$(find "$root/pom.xml" "$root/src/main" "$root/models" \
        "$root/scripts/groovy" "$root/test-images" \
        -newer "$distribution/.built" 2>/dev/null | head -n 1)" ]; then
        return
    fi
    command -v mvn >/dev/null || fail "There is no Maven; install Maven 3.8 or newer."
    "$java" -version 2>&1 | grep -qE 'version "(1[7-9]|[2-9][0-9])' ||
        fail "OneModel needs Java 17 or newer, but $java is older; install a JDK or set JAVA_HOME."
    echo "Building OneModel (the first time, Maven downloads the libraries) ..." >&2
    # The same sources make the same jar: its date is that of the last commit.
    date=$(git -C "$root" log -1 --format=%cI 2>/dev/null || true)
    building=$distribution.$$
    rm -rf "$building"
    mkdir -p "$building"
    touch "$building/.built" # older than every source that changes while Maven runs
    rm -f "$root"/target/OneModel_-*.jar
    (cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true \
        ${date:+"-Dproject.build.outputTimestamp=$date"} \
        package dependency:copy-dependencies -DincludeScope=runtime \
        -DoutputDirectory="$building") >&2 ||
        {
            rm -rf "$building"
            fail "OneModel could not be built; see Maven's messages above."
        }
    cp "$root"/target/OneModel_-*[0-9TL].jar "$building/" # not the sources and tests
    rm -rf "$distribution"
    mv "$building" "$distribution"
}
