package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Checks commands, then their results and dead letters, and events: each message by itself, and whether each result
 * belongs to one command.
 */
final class ResultMatching {
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> commands = new HashMap<>();
    private final Map<String, Integer> results = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final MessageCheck check = new MessageCheck();
    private final boolean repeated;
    private boolean empty = true;

    /** @param repeated whether a command may have several results */
    ResultMatching(boolean repeated) {
        this.repeated = repeated;
    }

    /** The problems found so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Whether no message came. */
    boolean isEmpty() {
        return empty;
    }

    void command(ConsumerRecord<byte[], byte[]> record) {
        empty = false;
        commands.computeIfAbsent(RecordJson.identity(record), none -> new ArrayList<>())
                .add(record);
    }

    void event(ConsumerRecord<byte[], byte[]> record) {
        empty = false;
        note(record, check.event(record));
    }

    void deadLetter(ConsumerRecord<byte[], byte[]> record) {
        empty = false;
        note(record, check.deadLetter(record));
    }

    /** Adds a result. A dead letter and its replays are one command, so the result belongs to one of them. */
    void result(ConsumerRecord<byte[], byte[]> record) {
        empty = false;
        note(record, check.result(record));
        String identity = RecordJson.headers(record).path("ce_id").asText();
        List<ConsumerRecord<byte[], byte[]>> asked = commands.getOrDefault(identity, List.of());
        if (asked.isEmpty()) {
            note(record, List.of("ce_id: there is no command " + identity));
        } else if (results.merge(identity, 1, Integer::sum) > published(asked) && !repeated) {
            note(record, List.of("ce_id: is one result too many of " + identity));
        }
        JsonNode result = RecordJson.value(record);
        Map<ConsumerRecord<byte[], byte[]>, List<String>> found = new LinkedHashMap<>();
        asked.forEach(command -> found.put(command, check.command(command, result)));
        if (found.values().stream().noneMatch(List::isEmpty)) {
            found.forEach(this::note);
        }
    }

    /** Counts how often a command was published by others than Callport, which only re-routes it. */
    private static long published(List<ConsumerRecord<byte[], byte[]>> asked) {
        return Math.max(
                1,
                asked.stream().filter(record -> !RecordJson.isRerouted(record)).count());
    }

    private void note(ConsumerRecord<byte[], byte[]> record, List<String> found) {
        found.forEach(problem -> problems.add(RecordJson.position(record) + " " + problem));
    }
}
