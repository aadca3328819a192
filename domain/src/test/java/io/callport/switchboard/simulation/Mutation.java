package io.callport.switchboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.switchboard.Switchboard;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * A deliberate mistake in the switchboard.
 *
 * @param name what is wrong then
 * @param file the class that it is made in
 * @param find the text that is replaced, which the class has exactly once
 */
record Mutation(String name, String file, String find, String replace) {
    private static final String PACKAGE = "io/callport/switchboard/";

    /** Compiles the mutated class into a folder, against the rest as it is. */
    void compile(Path folder) throws IOException, URISyntaxException {
        Path source = Path.of("src/main/java", PACKAGE, file + ".java");
        String text = Files.readString(source);
        assertThat(text.split(Pattern.quote(find), -1))
                .as("%s: the text to replace stands once in %s", name, file)
                .hasSize(2);
        Path mutated = Files.createDirectories(folder.resolve("source")).resolve(file + ".java");
        Files.writeString(mutated, text.replace(find, replace));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        String[] arguments = {
            "-nowarn", "-proc:none", "--release", "17", "-cp", classPath(), "-d", folder.toString(), mutated.toString()
        };
        int status = javac.run(System.out, System.out, arguments);
        assertThat(status).as("%s: compiles", name).isZero();
    }

    private static String classPath() throws URISyntaxException {
        Path classes = Path.of(Switchboard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes + File.pathSeparator + System.getProperty("java.class.path");
    }

    @Override
    public String toString() {
        return name;
    }
}
