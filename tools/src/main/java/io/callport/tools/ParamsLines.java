package io.callport.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.tools.shell.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of many commands: one JSON object on each line. All lines are read before the first is used. */
final class ParamsLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParamsLines() {}

    static List<String> read(InputStream input) {
        List<String> lines = new ArrayList<>();
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                requireObject(line, lines.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty()) {
            throw CommandFailedException.usage("--params -: the input is empty", "Write a JSON object on each line.");
        }
        return lines;
    }

    static boolean isObject(String json) {
        try {
            return JSON.readTree(json).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void requireObject(String line, int number) {
        if (!isObject(line)) {
            throw CommandFailedException.usage(
                    "--params -: line " + number + " of the input must be a JSON object",
                    "Write one on each line, as in {\"page\":1}. Nothing was published.");
        }
    }
}
