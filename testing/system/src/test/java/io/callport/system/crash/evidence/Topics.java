package io.callport.system.crash.evidence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The service's topics by their default names. */
public final class Topics {
    /** The topic of the run's commands. */
    public static final String COMMANDS = "callport.7moor.commands";

    /** The topic of the state, which the service creates. */
    static final String STATE = "crash.7moor.state";

    static final String DEAD_LETTERS = "callport.dead-letters";
    static final List<String> RESULTS =
            List.of("callport.7moor.results", "callport.callbot.results", "callport.nxlink.results", DEAD_LETTERS);

    private static final List<String> OTHER_COMMANDS = List.of("callport.callbot.commands", "callport.nxlink.commands");
    private static final int RESULT_PARTITIONS = 3;

    private Topics() {}

    /** Creates the topics of commands and results, as soon as the broker serves. */
    public static void create(String bootstrapServers, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<NewTopic> topics = new java.util.ArrayList<>();
            topics.add(new NewTopic(COMMANDS, partitions, (short) 1));
            OTHER_COMMANDS.forEach(name -> topics.add(new NewTopic(name, 1, (short) 1)));
            RESULTS.forEach(name -> topics.add(new NewTopic(name, RESULT_PARTITIONS, (short) 1)));
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
