package io.callport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.tools.Tools;
import io.callport.tools.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The launcher in a directory with a stand-in java that prints its arguments and a stand-in mvn that makes a jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String SYSTEM = "/usr/bin:/bin";
    private static final String MVN = """
            #!/bin/sh
            echo "[INFO] Building Callport 1.0-SNAPSHOT                       [1/2]"
            echo "[INFO] Building callport-${4##*/} 1.0-SNAPSHOT              [2/2]"
            echo "[INFO] what nobody wants to read"
            echo "[ERROR] mvn in $(pwd): $*"
            mkdir -p $4/target/lib
            : >$4/target/callport-${4##*/}-1.0.jar
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
        Files.writeString(root.resolve("pom.xml"), "<project>\n  <version>1.0-SNAPSHOT</version>\n</project>\n");
        Files.copy(Path.of("../callport"), root.resolve("callport"));
        Files.setPosixFilePermissions(root.resolve("callport"), PosixFilePermissions.fromString("rwxr-xr-x"));
        java("17.0.15");
        executable(bin.resolve("mvn"), MVN);
    }

    @Test
    void buildsOnceAndSaysSo() throws Exception {
        Ended first = launch("check");
        assertThat(first.err())
                .startsWith("callport: building for the first time, about a minute")
                .contains("mvn in " + root + ": -B -Dstyle.color=never -pl testing/demo -am -DskipTests package");
        assertThat(first.code()).isEqualTo(5);
        assertThat(launch("check").err()).isEmpty();
    }

    @Test
    void showsHowFarTheBuildIs() throws Exception {
        assertThat(launch("check").err())
                .contains("callport: [1/2] Callport 1.0-SNAPSHOT\n", "callport: [2/2] callport-demo 1.0-SNAPSHOT\n")
                .doesNotContain("nobody wants");
    }

    @Test
    void buildsNothingForHelpAndVersion() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Files.delete(bin.resolve("java"));
        for (String[] args : new String[][] {{"--help"}, {"-h"}, {"send", "--help"}, {"bench", "-h"}}) {
            Ended help = launch(args);
            assertThat(help.code()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out()).startsWith("Usage: ./callport").contains("  run  ", "  send  ", "build nothing");
        }
        Ended version = launch("--version");
        assertThat(version.out()).isEqualTo("callport 1.0-SNAPSHOT\n");
        assertThat(version.code()).isZero();
    }

    @Test
    void namesEveryCommandWithoutABuild() throws Exception {
        String help = launch("--help").out();
        List<String> commands = Tools.commands(Shell.ofProcess()).stream()
                .map(it -> it instanceof CommandLine line ? line : new CommandLine(it))
                .map(CommandLine::getCommandName)
                .toList();
        assertThat(commands)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(help).contains("\n  " + name + " "));
        assertThat(help).contains("\n  run ", "\n  demo ", "\n  sandbox ", "\n  bench ");
    }

    @Test
    void asksWhatIsBuiltForHelpEvenIfSourcesHaveChanged() throws Exception {
        launch("check");
        Files.writeString(root.resolve("testing/demo/src/main/java/A.java"), "class A {}");
        Ended help = launch("send", "--help");
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).endsWith("io.callport.demo.Main\nsend\n--help\n");
        assertThat(launch("--version").err()).isEmpty();
        assertThat(launch("check").err()).startsWith("callport: building again");
    }

    @Test
    void doesNotBuildACopyOfWhatIsBuilt() throws Exception {
        Path source = Files.writeString(root.resolve("testing/demo/src/main/java/A.java"), "class A {}");
        launch("check");
        for (Path touched : List.of(source, root.resolve("pom.xml"))) {
            Files.setLastModifiedTime(touched, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        }
        assertThat(launch("check").err()).as("the times of a copy").isEmpty();
        Files.writeString(source, "class B {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        assertThat(launch("check").err()).as("an old time").startsWith("callport: building again");
        Files.delete(source);
        assertThat(launch("check").err()).as("one less").startsWith("callport: building again");
        assertThat(launch("check").err()).isEmpty();
    }

    @Test
    void doesNotBuildWhatMavenHasBuilt() throws Exception {
        Path target =
                Files.createDirectories(root.resolve("testing/demo/target/lib")).getParent();
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Files.writeString(target.resolve("callport-demo-1.0.jar"), "");
        assertThat(launch("check").err()).isEmpty();
        Files.writeString(root.resolve("pom.xml"), "<project> </project>");
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        assertThat(launch("check").err()).startsWith("callport: building again");
    }

    @Test
    void benchIsAModuleOfItsOwn() throws Exception {
        Ended ended = launch("bench", "B5", "--quick");
        assertThat(ended.err())
                .contains("mvn in " + root
                        + ": -B -Dstyle.color=never -pl benchmarks -am -DskipTests -Dmdep.skip=false package");
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
