package io.callport.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** A whole run as JSON, with every value of every round, so that medians can be checked. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** Replaces the file atomically, so that a reader finds the old report or the new report, but never a part. */
    public static void write(Path file, Machine machine, String scale, List<ComparisonReport> rows) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        JSON.writeValue(part.toFile(), tree(machine, scale, rows));
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    static ObjectNode tree(Machine machine, String scale, List<ComparisonReport> rows) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("measuredAt", Instant.now().toString());
        tree.put("scale", scale);
        tree.set("machine", JSON.valueToTree(machine));
        tree.put("loadAfter", Machine.load());
        ArrayNode all = tree.putArray("rows");
        rows.forEach(row -> all.add(tree(row)));
        return tree;
    }

    private static ObjectNode tree(ComparisonReport row) {
        ObjectNode tree = JSON.createObjectNode().put("id", row.id()).put("title", row.title());
        if (!row.broken().isEmpty()) {
            tree.put("broken", row.broken());
        }
        ArrayNode figures = tree.putArray("figures");
        for (Figure figure : row.figures()) {
            ObjectNode node = figures.addObject()
                    .put("contender", figure.contender())
                    .put("metric", figure.metric().name())
                    .put("unit", figure.metric().unit());
            spread(node, figure.values());
        }
        ArrayNode verdicts = tree.putArray("verdicts");
        for (Verdict verdict : row.verdicts()) {
            ObjectNode node = verdicts.addObject()
                    .put("claim", verdict.claim())
                    .put("goal", verdict.goal().toString())
                    .put("verdict", verdict.met() ? "met" : "NOT met");
            spread(node, verdict.values());
        }
        row.notes().forEach(tree.putArray("notes")::add);
        return tree;
    }

    private static void spread(ObjectNode node, List<Double> values) {
        Samples samples = Samples.of(values);
        node.put("median", samples.median()).put("least", samples.least()).put("most", samples.most());
        values.forEach(node.putArray("values")::add);
    }
}
