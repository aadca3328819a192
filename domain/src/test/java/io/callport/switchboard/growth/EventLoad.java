package io.callport.switchboard.growth;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.growth.Steps;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Request;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * A switchboard with some content, and then the same events again and again: a command with a distinct query is
 * accepted, time passes, a request ends. One request in ten ends without an answer. As many requests start as commands
 * come, so the content keeps its size.
 */
final class EventLoad {
    private static final int ROUNDS = 300;
    private static final Outcome BUSY =
            new Outcome.Failed(new QueryFailure(Reason.VENDOR_UNAVAILABLE, "busy", Sent.MAYBE, null, null));

    private final Switchboard<Integer> switchboard;
    private final Deque<Request> inFlight = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom(7);
    private final Outcome answer;
    private final long pause;
    private long now;
    private int commands;

    /**
     * Opens an empty switchboard.
     *
     * @param budget the budget of each account; its slots are used evenly
     */
    EventLoad(Budget budget, Outcome answer) {
        Limits limits = new Limits(1_000_000, 1_000_000, 10, 1_000_000, 1L << 40);
        this.switchboard =
                new Switchboard<>(new Settings(it -> budget, limits, RetryPolicy.DEFAULT, Duration.ofSeconds(1)), 7);
        this.answer = answer;
        this.pause = budget.limited() ? budget.window().toNanos() * 1_001 / 1_000 / budget.requests() : 1_000_000;
    }

    /**
     * Lets so many commands come in, without any event between.
     *
     * @param deadline how long each may wait, in pauses
     */
    EventLoad hold(int count, IntFunction<Account> account, IntUnaryOperator deadline) {
        for (int i = 0; i < count; i++) {
            accept(account.apply(i), deadline.applyAsInt(i));
        }
        advance();
        return this;
    }

    /** The steps of a round of events, on average: a command that comes in, a request that ends, and a pause. */
    long stepsOfRounds(IntFunction<Account> account, IntUnaryOperator deadline) {
        round(account, deadline, 0);
        long before = Steps.taken();
        for (int i = 1; i <= ROUNDS; i++) {
            round(account, deadline, i);
        }
        return (Steps.taken() - before) / ROUNDS;
    }

    private void round(IntFunction<Account> account, IntUnaryOperator deadline, int number) {
        accept(account.apply(number), deadline.applyAsInt(number));
        advance();
        now += pause;
        advance();
        if (!inFlight.isEmpty()) {
            switchboard.ended(inFlight.removeFirst(), number % 10 == 0 ? BUSY : answer, 1, now);
        }
        advance();
    }

    private void accept(Account account, int deadline) {
        int number = commands++;
        switchboard.accept(new Command<>(number, account, new NumberedQuery(number), now + pause * deadline), now);
    }

    private void advance() {
        Effects<Integer> effects = switchboard.advance(now, random.nextDouble());
        inFlight.addAll(effects.requests());
    }
}
