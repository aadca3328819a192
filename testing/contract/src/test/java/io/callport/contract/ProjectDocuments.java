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

/** The repository's documents, and the messages that they show. */
final class ProjectDocuments {
    /** The folder of the repository; other modules run these checks, too, and lie elsewhere in it. */
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "{\"query\"";

    private ProjectDocuments() {}

    private static Path root(Path folder) {
        return Files.exists(folder.resolve("docs/asyncapi.yaml")) ? folder : root(folder.getParent());
    }

    /** A message that a document shows, with where. */
    record Shown(String where, JsonNode message) {}

    /** The README and what is in docs. */
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

    /** Every JSON object that begins with a query, wherever it stands. */
    static List<Shown> messages(Path document) {
        String text = read(document);
        List<Shown> shown = new ArrayList<>();
        for (int at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + 1)) {
            long line = text.substring(0, at).lines().count();
            String where = ROOT.relativize(document) + ":" + line;
            shown.add(new Shown(where, json(where, text.substring(at))));
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

    /** Its first value; what follows is the document's text again. */
    private static JsonNode json(String where, String text) {
        try {
            return JSON.readTree(text.replace("\"…\"", "\"2026-11-20T12:00:00Z\""));
        } catch (JsonProcessingException e) {
            throw new AssertionError(where + ": is no JSON", e);
        }
    }
}
