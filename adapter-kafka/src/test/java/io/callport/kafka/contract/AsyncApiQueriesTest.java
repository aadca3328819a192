package io.callport.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.catalog.Events;
import io.callport.catalog.Queries;
import io.callport.event.EventType;
import io.callport.query.QueryType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/asyncapi.yaml has a command and an answer for each query, and each event; {@code -Dcontract.write=true} writes
 * them.
 */
class AsyncApiQueriesTest {
    private static final Path FILE = Path.of("").toAbsolutePath().getParent().resolve("docs/asyncapi.yaml");
    private static final boolean WRITE = Boolean.getBoolean("contract.write");

    @Test
    void everyQueryAndEveryEventHasItsMessages() throws IOException {
        String text = Files.readString(FILE);
        String wanted = with(text, "commands", Queries.ALL, AsyncApiQueriesTest::onCommands);
        wanted = with(wanted, "answers", Queries.ALL, AsyncApiQueriesTest::onResults);
        wanted = with(wanted, "messages", Queries.ALL, AsyncApiQueriesTest::messages);
        wanted = with(wanted, "events", Events.ALL, AsyncApiQueriesTest::onEvents);
        wanted = with(wanted, "event messages", Events.ALL, AsyncApiQueriesTest::messages);
        if (WRITE) {
            Files.writeString(FILE, wanted);
        }
        assertThat(Files.readString(FILE))
                .as("docs/asyncapi.yaml does not have the queries of the catalogue; run testing/contract/update")
                .isEqualTo(wanted);
    }

    /** With what follows from the catalogue between a block's marks. */
    private static <T> String with(String text, String block, List<T> types, Function<T, String> lines) {
        Pattern marks = Pattern.compile("(?s)( *# >>> " + block + "\n).*?( *# <<<\n)");
        String all = types.stream().map(lines).collect(Collectors.joining());
        Matcher found = marks.matcher(text);
        assertThat(found.find())
                .as("docs/asyncapi.yaml has the marks of " + block)
                .isTrue();
        return found.replaceFirst("$1" + Matcher.quoteReplacement(all) + "$2");
    }

    private static String onCommands(QueryType<?, ?> type) {
        return "      %1$s.command: { $ref: '#/components/messages/%1$s.command' }\n".formatted(type.name());
    }

    private static String onResults(QueryType<?, ?> type) {
        return "      %1$s.answer: { $ref: '#/components/messages/%1$s.answer' }\n".formatted(type.name());
    }

    private static String onEvents(EventType<?> type) {
        return "      %1$s.event: { $ref: '#/components/messages/%1$s.event' }\n".formatted(type.name());
    }

    private static String messages(EventType<?> type) {
        return """
                    %1$s.event:
                      name: io.callport.%1$s.event.v1
                      title: Event %1$s
                      payload: { $ref: schemas/v1/events/%1$s.schema.json }
                      traits: [{ $ref: '#/components/messageTraits/event' }]
                """.formatted(type.name());
    }

    private static String messages(QueryType<?, ?> type) {
        return """
                    %1$s.command:
                      name: io.callport.%1$s.query.v1
                      title: Command %1$s
                      payload: { $ref: schemas/v1/commands/%1$s.schema.json }
                      traits: [{ $ref: '#/components/messageTraits/command' }]
                    %1$s.answer:
                      name: io.callport.%1$s.answer.v1
                      title: Answer to %1$s
                      payload: { $ref: schemas/v1/answers/%1$s.schema.json }
                      traits: [{ $ref: '#/components/messageTraits/answer' }]
                """.formatted(type.name());
    }
}
