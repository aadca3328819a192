package io.callport.config.yaml;

import io.callport.config.schema.Schema;
import io.callport.config.yaml.YamlValue.Mapping;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a YAML file's bytes. Only the place of a parser's error is passed on: the error's message quotes the file, and
 * so its secrets.
 */
public final class YamlFile {
    /** The largest file that is read, in bytes: 1 MiB, a thousand times what a configuration needs. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** More than any setting needs, and far from what the parser's recursion can bear. */
    private static final int DEEPEST = 16;

    private static final Section.Source EMPTY = new Section.Source("", new Mapping(Map.of()));
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true) // they are refused with their place
            .build();

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param bytes the file's content, or at least one byte more than {@link #MAX_BYTES} of it
     * @param schema the keys that may stand in the file
     * @param environment the function from an environment variable to its value; {@code null} for one that is not set
     * @param problems collects the problems of the file
     * @return the file's keys; none if it cannot be read at all
     */
    public static Section read(
            byte[] bytes, Schema schema, Function<String, @Nullable String> environment, Problems problems) {
        return new Section(source(bytes, new Placeholders(environment), problems), schema, problems);
    }

    private static Section.Source source(byte[] bytes, Placeholders placeholders, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add("", "is larger than 1 MiB; check that it is the right file");
            return EMPTY;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isTooDeep(text, problems) ? EMPTY : tree(text, placeholders, problems);
        } catch (CharacterCodingException e) {
            problems.add("", "is not UTF-8 text; save it as UTF-8");
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> " at " + Problems.text(mark))
                    .orElse("");
            problems.add("", "is not YAML" + place + "; check indentation, quotes, colons and tabs there");
        } catch (YamlEngineException e) {
            problems.add("", "is not YAML; check that it is the right file");
        }
        return EMPTY;
    }

    /**
     * Whether the nodes would be nested too deep; the parser's events show that without recursion, unlike its nodes.
     */
    private static boolean isTooDeep(String text, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof NodeEvent && depth > DEEPEST) {
                problems.add("", "is nested too deeply; check its brackets and indentation", event.getStartMark());
                return true;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        }
        return false;
    }

    private static Section.Source tree(String text, Placeholders placeholders, Problems problems) {
        Iterator<Node> documents =
                new Compose(SETTINGS).composeAllFromString(text).iterator();
        if (!documents.hasNext()) {
            problems.add("", "is empty; it needs at least kafka and accounts");
            return EMPTY;
        }
        Node first = documents.next();
        problems.place("", first.getStartMark());
        YamlValue top = new TreeReader(placeholders, problems).read("", first);
        if (documents.hasNext()) {
            problems.add(
                    "",
                    "holds more than one YAML document; keep one",
                    documents.next().getStartMark());
        }
        if (top instanceof Mapping mapping) {
            return new Section.Source("", mapping);
        }
        problems.add("", "must be keys with values, as in 'kafka:', but is " + top.shape());
        return EMPTY;
    }
}
