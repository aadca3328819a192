package io.callport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a directory with a stand-in java that prints its arguments and a stand-in mvn that makes a jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String SYSTEM = "/usr/bin:/bin";
    private static final String MVN = """
            #!/bin/sh
            echo "mvn in $(pwd): $*"
            mkdir -p $5/target/lib
            : >$5/target/callport-${5##*/}-1.0.jar
            """;

    @TempDir
    Path directory;

    private Path root;
    private Path bin;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        directory = directory.toRealPath();
        root = Files.createDirectories(directory.resolve("call port"));
        bin = Files.createDirectories(directory.resolve("bin"));
        Files.createDirectories(root.resolve("testing/demo/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("../callport"), root.resolve("callport"));
        Files.setPosixFilePermissions(root.resolve("callport"), PosixFilePermissions.fromString("rwxr-xr-x"));
        java("17.0.15");
        executable(bin.resolve("mvn"), MVN);
    }

    @Test
    void buildsOnceAndSaysSo() throws Exception {
        Ended first = launch("--help");
        assertThat(first.err())
                .startsWith("callport: building for the first time, about a minute")
                .contains("mvn in " + root + ": -B -q -Dstyle.color=never -pl testing/demo -am -DskipTests package");
        assertThat(first.code()).isEqualTo(5);
        assertThat(launch("--help").err()).isEmpty();
    }

    @Test
    void benchIsAModuleOfItsOwn() throws Exception {
        Ended ended = launch("bench", "B5", "--quick");
        assertThat(ended.err())
                .contains("mvn in " + root
                        + ": -B -q -Dstyle.color=never -pl benchmarks -am -DskipTests -Dmdep.skip=false package");
        assertThat(ended.out())
                .contains(
                        "benchmarks/target/callport-benchmarks-1.0.jar", "io.callport.benchmarks.Main", "B5", "--quick")
                .doesNotContain("io.callport.demo.Main");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch();
        Path source = Files.writeString(root.resolve("testing/demo/src/main/java/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
        assertThat(launch().err()).startsWith("callport: building again");
    }

    @Test
    void runsJavaWithTheJarBeforeTheLibraries() throws Exception {
        launch();
        Path target = root.resolve("testing/demo/target");
        assertThat(launch("send", "a b").out().lines())
                .containsExactly(
                        "-Djdk.httpclient.keepalive.timeout=30",
                        "-cp",
                        target.resolve("callport-demo-1.0.jar") + ":" + target.resolve("lib") + "/*",
                        "io.callport.demo.Main",
                        "send",
                        "a b");
    }

    @Test
    void tellsNewerVirtualMachinesWhatTheyAskFor() throws Exception {
        java("24");
        assertThat(launch().out().lines())
                .contains("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void isFoundThroughASymlink() throws Exception {
        Path link = Files.createSymbolicLink(bin.resolve("callport"), Path.of("../call port/callport"));
        launch();
        assertThat(launch(link).out())
                .contains(root.resolve("testing/demo/target").toString());
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));
        hideSystem();
        assertThat(launch().err()).contains("there is no mvn", "Install Maven");
        java("11.0.2");
        Ended old = launch();
        assertThat(old.code()).isEqualTo(1);
        assertThat(old.err()).contains("java is older than 17").contains("Install a JDK 17");
        Files.delete(bin.resolve("java"));
        assertThat(launch().err()).contains("there is no java");
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        executable(bin.resolve("mvn"), "#!/bin/sh\nexit 3\n");
        Ended ended = launch();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("callport: the build failed");
    }

    private Ended launch(String... args) throws Exception {
        return launch(root.resolve("callport"), args);
    }

    private Ended launch(Path script, String... args) throws Exception {
        String[] command = new String[args.length + 1];
        command[0] = script.toString();
        System.arraycopy(args, 0, command, 1, args.length);
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", path());
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        System.out.print(Files.readString(out) + Files.readString(err)); // where the scan for secrets sees it
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String path() {
        Path system = directory.resolve("system");
        return bin + ":" + (Files.exists(system) ? system : SYSTEM);
    }

    /** A system without java and mvn: only what the launcher calls. */
    private void hideSystem() throws IOException {
        Path system = Files.createDirectories(directory.resolve("system"));
        for (String name : new String[] {"sed", "head", "find", "dirname", "readlink", "mkdir", "rm", "touch"}) {
            executable(system.resolve(name), "#!/bin/sh\nPATH=%s exec %s \"$@\"\n".formatted(SYSTEM, name));
        }
    }

    private void java(String version) throws IOException {
        executable(bin.resolve("java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; fi
                for it in "$@"; do printf '%%s\\n' "$it"; done
                exit 5
                """.formatted(version));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
