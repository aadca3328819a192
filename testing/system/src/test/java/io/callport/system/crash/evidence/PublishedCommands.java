package io.callport.system.crash.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands on their topic, without commands that were only re-routed.
 *
 * @param byId the publisher's number of each command, by {@code topic/partition/offset}, which is the id of its result
 */
public record PublishedCommands(Map<String, String> byId) {
    /** The header with the publisher's number. */
    public static final String NUMBER = "crash_number";

    private static final String TRAVELLED = "callport_origin";

    /** Reads the commands on the topic up to now. */
    public static PublishedCommands read(String bootstrapServers) {
        Map<String, String> byId = new LinkedHashMap<>();
        TopicReader.read(bootstrapServers, Topics.COMMANDS, record -> {
            if (record.headers().lastHeader(TRAVELLED) == null) {
                byId.put(TopicReader.place(record), TopicReader.header(record, NUMBER));
            }
        });
        return new PublishedCommands(Collections.unmodifiableMap(byId));
    }
}
