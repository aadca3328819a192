package io.callport.kafka.message;

import io.callport.catalog.Queries;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.message.Envelope.Identity;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.QueryType;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record's bytes into what they are: a command to ask, to refuse or to send home, or no command. Never throws on any
 * bytes. Thread-safe.
 */
public final class CommandReader {
    private static final int LONGEST_ID = 1_024;
    private static final int MOST_HOPS = 4;

    private final KafkaSettings settings;
    private final Expiry expiry;

    /** A reader for these accounts, topics and deadlines. */
    public CommandReader(KafkaSettings settings) {
        this.settings = settings;
        this.expiry = new Expiry(settings.deadlines());
    }

    /**
     * Reads a record of a command topic.
     *
     * @param view the topics as they are now
     * @param now by the wall clock
     */
    public Reading read(InboundRecord record, TopicView view, Instant now) {
        CommandBody body;
        try {
            body = CommandBody.of(record);
        } catch (NoCommandException e) {
            return new Reading.DeadLetter(e.why());
        }
        EventAttributes attributes = EventAttributes.of(record);
        Origin origin = Origin.of(record);
        Destination results = new Destination(resultsTopic(body, record), null);
        Instant timestamp = Expiry.timestamp(record.timestamp(), now);
        Identity nameless = new Identity(origin.position(), origin.position());
        Envelope command = new Envelope(body, nameless, results, Echo.of(record, attributes.values()), timestamp);
        try {
            Identity identity = new Identity(id(body, attributes, origin), origin.position());
            Destination named = Destination.named(record, settings.topics(), view);
            command = new Envelope(body, identity, named == null ? results : named, command.echo, timestamp);
            requireConfigured(body);
            Home home = Home.of(body.account(), settings.topics(), view);
            return home.isHere(record) ? ask(command, attributes) : travel(command, record, origin, home);
        } catch (InvalidCommandException e) {
            return new Reading.Refuse(command, QueryFailure.notSent(e.reason(), e.detail()));
        }
    }

    private Reading ask(Envelope command, EventAttributes attributes) throws InvalidCommandException {
        if (attributes.problem() != null) {
            throw new InvalidCommandException(attributes.problem());
        }
        QueryType<?, ?> type = Queries.named(command.query())
                .orElseThrow(() ->
                        new InvalidCommandException(Reason.UNSUPPORTED_QUERY, "query: there is no query of this name"));
        Instant deadline = expiry.of(command.body, attributes, command.timestamp());
        requireAge(command.body.text("maxAge"));
        return new Reading.Ask(command, query(command, type), deadline);
    }

    private static Query<?, ?> query(Envelope command, QueryType<?, ?> type) throws InvalidCommandException {
        try {
            return command.body.json().hasNonNull("params")
                    ? QueryJson.bind(type, command.params())
                    : QueryJson.parse(type, "{}");
        } catch (IllegalArgumentException e) {
            throw new InvalidCommandException(String.valueOf(e.getMessage()));
        }
    }

    private static Reading travel(Envelope command, InboundRecord record, Origin origin, Home home)
            throws InvalidCommandException {
        if (origin.hops() >= MOST_HOPS) {
            throw new InvalidCommandException("the command was re-routed " + MOST_HOPS
                    + " times and is not at its home yet; publish it with its account as the key");
        }
        return new Reading.Travel(command, home.reroute(record, origin));
    }

    private void requireConfigured(CommandBody body) throws InvalidCommandException {
        if (!settings.accounts().containsKey(body.account())) {
            throw new InvalidCommandException(
                    Reason.UNKNOWN_ACCOUNT, "account: " + body.account() + " is not configured here");
        }
    }

    /** A configured account's own results topic; for others, that of the topic where the command was. */
    private String resultsTopic(CommandBody body, InboundRecord record) {
        if (settings.accounts().containsKey(body.account())) {
            return settings.topics().ofVendor(body.account().vendor()).results();
        }
        return settings.topics().ofCommands(record.topic()).results();
    }

    private static String id(CommandBody body, EventAttributes attributes, Origin origin)
            throws InvalidCommandException {
        String header = attributes.values().get("id");
        String id = header != null ? header : body.text("id");
        if (id == null || id.isEmpty()) {
            return origin.position();
        }
        if (id.length() > LONGEST_ID) {
            throw new InvalidCommandException(
                    "id: must have at most " + LONGEST_ID + " characters, but has " + id.length());
        }
        return id;
    }

    private static void requireAge(@Nullable String maxAge) throws InvalidCommandException {
        try {
            if (maxAge != null && Duration.parse(maxAge).isNegative()) {
                throw new InvalidCommandException("maxAge: must not be negative");
            }
        } catch (DateTimeParseException e) {
            throw new InvalidCommandException("maxAge: must be an ISO-8601 duration, as in PT10S");
        }
    }
}
