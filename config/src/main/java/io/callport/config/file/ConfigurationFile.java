package io.callport.config.file;

import io.callport.config.Configuration;
import io.callport.config.schema.Schema;
import io.callport.config.yaml.Problem;
import io.callport.config.yaml.Problems;
import io.callport.config.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with its warnings, as read from {@code callport.yaml}.
 *
 * @param configuration the settings in the file
 * @param warnings the settings that deserve a look but work
 * @param exposedSecrets the secrets that stand in a file that every user of the machine may read
 */
public record ConfigurationFile(Configuration configuration, List<Problem> warnings, List<Problem> exposedSecrets) {
    public ConfigurationFile {
        warnings = List.copyOf(warnings);
        exposedSecrets = List.copyOf(exposedSecrets);
    }

    /**
     * Reads a file.
     *
     * @param environment the function from an environment variable to its value; {@code null} for one that is not set
     * @throws InvalidConfigurationException if anything is wrong; it holds every problem
     */
    public static ConfigurationFile read(Path file, Function<String, @Nullable String> environment) {
        Problems problems = new Problems();
        try (InputStream in = Files.newInputStream(file)) {
            ConfigurationFile read = parsed(in.readNBytes(YamlFile.MAX_BYTES + 1), environment, problems);
            return new ConfigurationFile(read.configuration, read.warnings, exposed(file, problems));
        } catch (NoSuchFileException e) {
            problems.add("", "does not exist; name the file with --config");
        } catch (IOException e) {
            problems.add("", "cannot be read; check that it is a file and its permissions");
        }
        throw new InvalidConfigurationException(problems.errors(), problems.warnings());
    }

    /**
     * Reads a file's text.
     *
     * @param environment the function from an environment variable to its value; {@code null} for one that is not set
     * @throws InvalidConfigurationException if anything is wrong; it holds every problem
     */
    public static ConfigurationFile parse(String text, Function<String, @Nullable String> environment) {
        return parsed(text.getBytes(StandardCharsets.UTF_8), environment, new Problems());
    }

    /** The schema of all keys that may stand in the file. */
    public static Schema schema() {
        return RootReader.SCHEMA;
    }

    private static ConfigurationFile parsed(
            byte[] bytes, Function<String, @Nullable String> environment, Problems problems) {
        var root = YamlFile.read(bytes, RootReader.SCHEMA, environment, problems);
        Configuration configuration =
                problems.errors().isEmpty() || !root.keys().isEmpty() ? new RootReader(root, problems).read() : null;
        if (configuration == null || !problems.errors().isEmpty()) {
            throw new InvalidConfigurationException(problems.errors(), problems.warnings());
        }
        return new ConfigurationFile(configuration, problems.warnings(), List.of());
    }

    /** No file system without POSIX permissions says who may read a file: then nothing is said of it. */
    private static List<Problem> exposed(Path file, Problems problems) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)
                ? List.of()
                : problems.ofLiteralSecrets(
                        "is a secret in a file that every user of this machine may read; take that right away (chmod o= "
                                + file.getFileName() + "), or name the secret as ${NAME} or ${file:/path}");
    }
}
