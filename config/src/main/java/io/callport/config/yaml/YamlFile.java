package io.callport.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.callport.config.schema.Schema;
import io.callport.config.yaml.Node.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a YAML file's bytes. What a parser says is never passed on: it quotes the file, and so its secrets. */
public final class YamlFile {
    /** The largest file that is read, in bytes: 1 MiB, a thousand times what a configuration needs. */
    public static final int LARGEST = 1024 * 1024;

    private static final Section.Source EMPTY = new Section.Source("", new Mapping(Map.of()));

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param bytes its content, or at least one byte more than {@link #LARGEST} of it
     * @param schema what may stand in it
     * @param environment what the environment variables hold; {@code null} for one that is not set
     * @param problems where to note what is wrong
     * @return the file's keys; none if it cannot be read at all
     */
    public static Section read(
            byte[] bytes, Schema schema, Function<String, @Nullable String> environment, Problems problems) {
        return new Section(source(bytes, new Placeholders(environment), problems), schema, problems);
    }

    private static Section.Source source(byte[] bytes, Placeholders placeholders, Problems problems) {
        if (bytes.length > LARGEST) {
            problems.add("", "is larger than 1 MiB; check that it is the right file");
            return EMPTY;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return tree(text, placeholders, problems);
        } catch (CharacterCodingException e) {
            problems.add("", "is not UTF-8 text; save it as UTF-8");
        } catch (TooDeepException e) {
            problems.add("", "is nested too deeply; check its brackets and indentation");
        } catch (JsonProcessingException e) {
            problems.add(
                    "", "is not YAML" + place(e.getLocation()) + "; check indentation, quotes, colons and tabs there");
        } catch (IOException e) {
            problems.add("", "is not YAML; check that it is the right file");
        }
        return EMPTY;
    }

    private static Section.Source tree(String text, Placeholders placeholders, Problems problems) throws IOException {
        try (YAMLParser tokens = YAMLFactory.builder().build().createParser(text)) {
            if (tokens.nextToken() == null) {
                problems.add("", "is empty; it needs at least kafka and accounts");
                return EMPTY;
            }
            Node top = new TreeReader(tokens, placeholders, problems).read("", 0);
            if (tokens.nextToken() != null) {
                problems.add("", "holds more than one YAML document; keep one");
            }
            if (top instanceof Mapping mapping) {
                return new Section.Source("", mapping);
            }
            problems.add("", "must be keys with values, as in 'kafka:', but is " + top.shape());
            return EMPTY;
        }
    }

    private static String place(@Nullable JsonLocation location) {
        if (location == null || location.getLineNr() < 1) {
            return "";
        }
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
