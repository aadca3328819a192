package io.callport.system.crash.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** The service's topics by their default names. */
public final class Topics {
    /** The topic of the run's commands. */
    public static final String COMMANDS = "callport.7moor.commands";

    /** The topic of the state, which the service creates. */
    static final String STATE = "crash.7moor.state";

    /** A reply topic that takes no result: 200 bytes at most. */
    public static final String SMALL_REPLIES = "crash.replies.small";

    /** A reply topic that is deleted while the service runs, before the first command names it. */
    public static final String DELETED_REPLIES = "crash.replies.deleted";

    static final String DEAD_LETTERS = "callport.dead-letters";
    static final List<String> RESULTS = List.of(
            "callport.7moor.results",
            "callport.callbot.results",
            "callport.nxlink.results",
            SMALL_REPLIES,
            DEAD_LETTERS);

    private static final List<String> OTHER_COMMANDS = List.of("callport.callbot.commands", "callport.nxlink.commands");
    private static final int RESULT_PARTITIONS = 3;
    private static final String LIMIT = "max.message.bytes";

    private Topics() {}

    /** Creates the topics of commands and results, as soon as the broker serves. */
    public static void create(String bootstrapServers, int partitions) {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(new NewTopic(COMMANDS, partitions, (short) 1));
        OTHER_COMMANDS.forEach(name -> topics.add(new NewTopic(name, 1, (short) 1)));
        RESULTS.forEach(name -> topics.add(new NewTopic(name, RESULT_PARTITIONS, (short) 1)
                .configs(name.equals(SMALL_REPLIES) ? Map.of(LIMIT, "200") : Map.of())));
        topics.add(new NewTopic(DELETED_REPLIES, RESULT_PARTITIONS, (short) 1));
        change(bootstrapServers, admin -> admin.createTopics(topics).all());
    }

    /** Deletes one reply topic. The service may not know yet, and goes on to send results there. */
    public static void deleteReplies(String bootstrapServers) {
        change(
                bootstrapServers,
                admin -> admin.deleteTopics(List.of(DELETED_REPLIES)).all());
    }

    /** Lets the small reply topic take results, so that nothing keeps the service from being ready. */
    public static void repairReplies(String bootstrapServers) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SMALL_REPLIES);
        AlterConfigOp limit = new AlterConfigOp(new ConfigEntry(LIMIT, "1048576"), AlterConfigOp.OpType.SET);
        change(
                bootstrapServers,
                admin -> admin.incrementalAlterConfigs(Map.of(topic, List.of(limit)))
                        .all());
    }

    private static void change(String bootstrapServers, Function<Admin, KafkaFuture<Void>> change) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            change.apply(admin).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be changed", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while changing topics", e);
        }
    }
}
