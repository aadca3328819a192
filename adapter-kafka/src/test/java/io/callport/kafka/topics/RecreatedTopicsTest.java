package io.callport.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Topics are known by their ids. */
class RecreatedTopicsTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private final RecreatedTopics recreated = new RecreatedTopics();

    private static TopicView view(String results, String dead) {
        return new TopicView(Map.of("results", topic(results), "dead", topic(dead)));
    }

    private static TopicInfo topic(String id) {
        return new TopicInfo(id, 2, 1_000_000, "delete", false);
    }

    @Test
    void aTopicWithAnotherIdIsNamedForAnHour() {
        recreated.compare(TopicView.NONE, view("a", "b"), AT);
        recreated.compare(view("a", "b"), view("a", "b"), AT);
        assertThat(recreated.warnings(AT)).isEmpty();

        recreated.compare(view("a", "b"), view("c", "b"), AT);
        recreated.compare(view("c", "b"), view("c", "b"), AT.plusSeconds(5));
        assertThat(recreated.warnings(AT.plusSeconds(3_599)))
                .singleElement()
                .asString()
                .startsWith("Topic results was deleted and made again, as was seen at 2026-01-01T00:00:00Z");
        assertThat(recreated.warnings(AT.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void aTopicThatIsMissingMeanwhileIsNamedWhenItIsBack() {
        TopicView gone =
                new TopicView(Map.of("dead", topic("b"))).after(view("a", "b"), java.util.Set.of("results"), AT);
        recreated.compare(view("a", "b"), gone, AT);
        assertThat(recreated.warnings(AT)).isEmpty();
        recreated.compare(gone, view("c", "b"), AT);
        assertThat(recreated.warnings(AT)).hasSize(1);
    }
}
