package io.callport.demo;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A sender of callbacks that shares no code with Callport: {@code send_callbacks.py}, with Python's {@code hashlib}.
 * Without python3 its tests are skipped; with {@code CALLPORT_CI=true} they fail.
 */
final class PythonSender {
    private static final Path SCRIPT =
            Path.of("src/test/resources/send_callbacks.py").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode settings = JSON.createObjectNode();

    PythonSender(URI receiver) {
        settings.put("url", receiver.toString());
        settings.putArray("callbot");
        settings.putArray("nxlink");
        settings.putArray("7moor");
    }

    PythonSender callbot(String key, String secret, String algorithm) {
        add("callbot", key).put("secret", secret).put("algorithm", algorithm);
        return this;
    }

    PythonSender nxlink(String key, String secret, String token) {
        add("nxlink", key).put("secret", secret).put("token", token);
        return this;
    }

    PythonSender moor(String key, String pathSecret) {
        add("7moor", key).put("pathSecret", pathSecret);
        return this;
    }

    private ObjectNode add(String vendor, String key) {
        return settings.withArray(vendor).addObject().put("key", key);
    }

    /** Sends everything, and returns what the sender says of each request. */
    List<JsonNode> send() throws IOException, InterruptedException {
        requirePython();
        Process process = new ProcessBuilder("python3", "-I", "-X", "utf8", SCRIPT.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(JSON.writeValueAsBytes(settings));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(printed); // for the scan for secrets
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("the sender did not end");
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static void requirePython() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("python3", "--version").start();
            if (version.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // there is no such program
        }
        String why = "python3 does not run: install Python 3.8 or newer";
        if (Boolean.parseBoolean(System.getenv("CALLPORT_CI"))) {
            fail(why);
        }
        Assumptions.abort(why);
    }
}
