package io.callport.tools.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads and writes.
 *
 * @param in its input
 * @param out its data, and nothing else
 * @param err what it says to people
 * @param environment what the environment variables hold; {@code null} for one that is not set
 */
public record Shell(InputStream in, PrintStream out, PrintStream err, Function<String, @Nullable String> environment) {
    /** The process's own, written as UTF-8 whatever the locale says: vendors' names are Chinese. */
    public static Shell ofProcess() {
        return new Shell(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), System::getenv);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
