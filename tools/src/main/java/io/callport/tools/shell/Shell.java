package io.callport.tools.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The streams and the environment of a command.
 *
 * @param in the input of the command
 * @param out the stream for data, and for nothing else
 * @param err the stream for messages to people
 * @param environment the values of environment variables; {@code null} for a variable that is not set
 */
public record Shell(InputStream in, PrintStream out, PrintStream err, Function<String, @Nullable String> environment) {
    /**
     * The streams and the environment of the process. The output is UTF-8 in every locale, because vendors' names are
     * Chinese.
     */
    public static Shell ofProcess() {
        return new Shell(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), System::getenv);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
