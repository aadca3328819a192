package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetterEdit;
import io.callport.query.ExceptionKind;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The corrections to a dead letter that is published again. */
final class EditOptions {
    @Option(
            names = "--value",
            paramLabel = "FILE|-",
            description = "The value instead of its own, byte for byte; - is stdin. For one dead letter at a time.")
    private @Nullable String value;

    @Option(names = "--key", paramLabel = "KEY", description = "The key instead of its own. For one at a time.")
    private @Nullable String key;

    @Option(
            names = "--without-header",
            paramLabel = "NAME",
            description = "Leave out a header, as in ce_expirytime or content-type; may be repeated.")
    private Set<String> withoutHeaders = new LinkedHashSet<>();

    @Option(
            names = "--to",
            paramLabel = "TOPIC",
            description = "The command topic; default: where each was first published.")
    private @Nullable String to;

    DeadLetterEdit read(Shell shell, boolean oneLetter) {
        if (!oneLetter && (value != null || key != null)) {
            throw CommandFailedException.usage(
                    "--value and --key correct one dead letter at a time", "Name it with one --at, or leave them out.");
        }
        if (withoutHeaders.stream().anyMatch(name -> name.startsWith("__dlq.") || name.equals("callport_origin"))) {
            throw CommandFailedException.usage(
                    "--without-header: __dlq.* and callport_origin say who a dead letter is",
                    "Leave them where they are.");
        }
        DeadLetterEdit edit = DeadLetterEdit.NONE.with(key, to, withoutHeaders);
        return value == null ? edit : edit.withValue(bytes(value, shell));
    }

    private static byte[] bytes(String file, Shell shell) {
        try {
            return file.equals("-") ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw CommandFailedException.usage(
                    "--value: cannot be read (" + ExceptionKind.of(e) + ")",
                    "Name a file that this user may read, or - for stdin.");
        }
    }
}
