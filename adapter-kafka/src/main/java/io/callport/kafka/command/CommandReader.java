package io.callport.kafka.command;

import io.callport.catalog.Queries;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.command.ConfiguredAccounts.ConfiguredAccount;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.origin.OriginTags;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Json;
import io.callport.kafka.record.JsonWeight;
import io.callport.kafka.record.Origin;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.QueryType;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record's bytes as a command to process, to refuse, or to re-route to its home, or as no command. Never throws
 * on any bytes. Thread-safe.
 */
public final class CommandReader {
    private static final int MAX_HOPS = 4;
    private static final int MAX_KEPT_LENGTH = 32; // a usual duration; the publisher chose the length

    private final KafkaSettings settings;
    private final Supplier<TopicView> topics;
    private final OriginKeys keys;
    private final ConfiguredAccounts accounts;
    private final DeadlineReader deadlines;
    private volatile MaxAge lastMaxAge = new MaxAge("PT0S", Duration.ZERO);

    /** A duration as it was written: most commands of a publisher have the same one. */
    private record MaxAge(String text, Duration duration) {}

    /**
     * Makes a reader for these accounts, topics and deadlines.
     *
     * @param topics supplies the topics as they are when a record is read
     * @param keys the keys of the tags, as far as they are known
     * @throws IllegalArgumentException if an account's vendor has no topics
     */
    public CommandReader(KafkaSettings settings, Supplier<TopicView> topics, OriginKeys keys) {
        settings.accounts().keySet().forEach(account -> settings.topics().ofVendor(account.vendor()));
        this.settings = settings;
        this.topics = topics;
        this.keys = keys;
        this.accounts = new ConfiguredAccounts(settings.accounts().keySet());
        this.deadlines = new DeadlineReader(settings.deadlines());
    }

    /**
     * Reads a record of a command topic.
     *
     * @param origin the place where the record was first published
     * @param now the present time on the wall clock
     */
    public CommandReading read(InboundRecord record, Origin origin, Instant now) {
        try {
            return readBody(CommandBody.of(record, accounts), record, origin, now);
        } catch (NoCommandException e) {
            return noCommand(record, origin, e.why());
        }
    }

    /** A record as no command, for a reason that is known already. */
    public CommandReading noCommand(InboundRecord record, Origin origin, String why) {
        String first = settings.topics().isCommands(origin.topic()) ? origin.topic() : record.topic();
        OriginKey key = keys.keyOf(first);
        return key == null
                ? new CommandReading.OriginKeyMissing(first)
                : new CommandReading.NoCommand(why, origin, OriginTags.deadLetter(origin, key));
    }

    private CommandReading readBody(CommandBody body, InboundRecord record, Origin origin, Instant now) {
        TopicView view = topics.get();
        EventAttributes attributes = EventAttributes.of(record);
        CommandContext command = new CommandContext(
                CommandId.of(body, attributes, origin),
                body.query(),
                body.account(),
                Json.bytes(body.params()),
                Destination.of(record, resultsTopic(body, record), settings.topics(), view),
                EchoedHeaders.of(record, attributes.values()),
                DeadlineReader.timestamp(HomePartition.timestamp(record, origin), now));
        try {
            requireNone(command.id().problem());
            requireNone(command.destination().problem());
            requireNone(FieldNames.problem(body.json()));
            requireAllowed(body, record);
            HomePartition home = HomePartition.of(requireConfigured(body), settings.topics(), view);
            return home.isHere(record) ? accept(command, body, attributes) : reroute(command, record, origin, home);
        } catch (InvalidCommandException e) {
            return new CommandReading.Refused(command, QueryFailure.notSent(e.reason(), e.detail()));
        }
    }

    private CommandReading accept(CommandContext command, CommandBody body, EventAttributes attributes)
            throws InvalidCommandException {
        requireNone(attributes.problem());
        QueryType<?, ?> type = Queries.named(body.query()).orElseThrow(CommandReader::unknownQuery);
        Instant deadline = deadlines.read(body, attributes, command.timestamp());
        Duration maxAge = maxAge(body.text("maxAge"));
        long weight = command.weight() + JsonWeight.of(body.params()); // the query holds what its parameters hold
        return new CommandReading.Accepted(command, query(type, body), deadline, maxAge, weight);
    }

    private static Query<?, ?> query(QueryType<?, ?> type, CommandBody body) throws InvalidCommandException {
        try {
            return QueryJson.bind(type, body.params());
        } catch (IllegalArgumentException e) {
            throw new InvalidCommandException(String.valueOf(e.getMessage()));
        }
    }

    private CommandReading reroute(CommandContext command, InboundRecord record, Origin origin, HomePartition home)
            throws InvalidCommandException {
        if (origin.hops() >= MAX_HOPS) {
            throw new InvalidCommandException("the command was re-routed " + MAX_HOPS
                    + " times and is not at its home yet; publish it with its account as the key");
        }
        OriginKey key = keys.keyOf(home.topic());
        return key == null
                ? new CommandReading.OriginKeyMissing(home.topic())
                : new CommandReading.Misrouted(command, home.reroute(record, origin, key));
    }

    private void requireAllowed(CommandBody body, InboundRecord record) throws InvalidCommandException {
        String vendor = body.account().vendor();
        if (!settings.topics().allows(record.topic(), vendor)) {
            throw new InvalidCommandException("account: commands for accounts of " + vendor + " go to topic "
                    + settings.topics().ofVendor(vendor).commands() + ", but this one is on " + record.topic()
                    + "; publish it there, or set topics.cross-vendor to allow");
        }
    }

    private static ConfiguredAccount requireConfigured(CommandBody body) throws InvalidCommandException {
        ConfiguredAccount configured = body.configured();
        if (configured == null) {
            throw new InvalidCommandException(
                    Reason.UNKNOWN_ACCOUNT,
                    "account: " + body.account() + " is not configured here; add it to accounts");
        }
        return configured;
    }

    /**
     * A configured account's own results topic; for any other account, and for one that the topic's commands may not
     * name, the results topic beside the command topic.
     */
    private String resultsTopic(CommandBody body, InboundRecord record) {
        if (body.configured() != null
                && settings.topics().allows(record.topic(), body.account().vendor())) {
            return settings.topics().ofVendor(body.account().vendor()).results();
        }
        return settings.topics().ofCommands(record.topic()).results();
    }

    private static void requireNone(@Nullable String problem) throws InvalidCommandException {
        if (problem != null) {
            throw new InvalidCommandException(problem);
        }
    }

    private static InvalidCommandException unknownQuery() {
        String names = Queries.ALL.stream().map(QueryType::name).collect(Collectors.joining(", "));
        return new InvalidCommandException(Reason.UNSUPPORTED_QUERY, "query: must be one of " + names);
    }

    private Duration maxAge(@Nullable String text) throws InvalidCommandException {
        try {
            if (text == null) {
                return Duration.ZERO;
            }
            MaxAge known = lastMaxAge;
            if (!known.text.equals(text)) {
                known = new MaxAge(text, Duration.parse(text));
                lastMaxAge = text.length() <= MAX_KEPT_LENGTH ? known : lastMaxAge;
            }
            if (known.duration.isNegative()) {
                throw new InvalidCommandException("maxAge: must not be negative; PT0S is the least");
            }
            return known.duration;
        } catch (DateTimeParseException e) {
            throw new InvalidCommandException("maxAge: must be an ISO-8601 duration, as in PT10S");
        }
    }
}
