package io.callport.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's documents, and the messages that they show. */
final class ProjectDocuments {
    /** The project's root folder. Modules at other depths run these checks, too, so it is searched upwards. */
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "{\"query\"";

    private ProjectDocuments() {}

    private static Path root(Path folder) {
        return Files.exists(folder.resolve("docs/asyncapi.yaml")) ? folder : root(folder.getParent());
    }

    /** A message in a document, with its place. */
    record Example(String where, JsonNode message) {}

    /** The README and the pages in docs. */
    static List<Path> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            Stream<Path> markdown = docs.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), markdown)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds every JSON object that begins with a query. */
    static List<Example> messages(Path document) {
        String text = read(document);
        List<Example> shown = new ArrayList<>();
        for (int at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + 1)) {
            long line = text.substring(0, at).lines().count();
            String where = ROOT.relativize(document) + ":" + line;
            shown.add(new Example(where, json(where, text.substring(at))));
        }
        return shown;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the first JSON value of a text; the document goes on after it. */
    private static JsonNode json(String where, String text) {
        try {
            return JSON.readTree(text.replace("\"…\"", "\"2026-11-20T12:00:00Z\""));
        } catch (JsonProcessingException e) {
            throw new AssertionError(where + ": is no JSON", e);
        }
    }
}
