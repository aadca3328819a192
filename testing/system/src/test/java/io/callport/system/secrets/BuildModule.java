package io.callport.system.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module of the build, with its sources and the output of its tests in {@code target}.
 *
 * @param folder the module's folder
 */
record BuildModule(Path folder) {
    private static final Pattern DECLARED = Pattern.compile("<module>([^<]+)</module>");
    /** The scan's own package: the secrets in its tests are made up, and its last report may quote findings. */
    private static final Pattern OWN = Pattern.compile(".*[/.]system[/.]secrets[/.].*");

    private static final Pattern PRINTED = Pattern.compile(".*(-output\\.txt|\\.log|\\.dump|\\.dumpstream)");

    /** All modules that a project declares. */
    static List<BuildModule> of(Path project) {
        return DECLARED.matcher(FileText.of(project.resolve("pom.xml")))
                .results()
                .map(found -> new BuildModule(project.resolve(found.group(1))))
                .toList();
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The source files of tests and of the code that tests use, and the configurations that tests wrote. */
    List<Path> sources() {
        List<Path> sources = files("src", path -> name(path).matches(".*\\.(java|ya?ml|json|properties|txt)"));
        List<Path> written = files(
                "target",
                path -> path.toString().contains("crash") && name(path).endsWith(".yaml"));
        return Stream.concat(sources.stream(), written.stream()).toList();
    }

    /** The test classes' files. */
    List<Path> tests() {
        return files("src/test", path -> name(path).endsWith("Test.java"));
    }

    /** Surefire's reports of the test classes that ran. */
    List<Path> reports() {
        return files("target/surefire-reports", path -> name(path).matches("TEST-.*\\.xml"));
    }

    /** The files with the stdout and stderr of tests and their processes. */
    List<Path> printed() {
        return files(
                "target",
                path -> PRINTED.matcher(name(path)).matches()
                        && !path.toString().contains("/kafka/"));
    }

    private List<Path> files(String below, Predicate<Path> wanted) {
        Path root = folder.resolve(below);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !OWN.matcher(file.toString()).matches())
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
