package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.growth.NumberedQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S6 against the earlier rule, in which every forecast looked at every waiting query: the same commands are refused, in
 * the same order, at the same step, with the same useful times; and time alone makes no command late before the lane
 * asks for another look.
 */
@Timeout(300)
class ForecastModelTest {
    private static final Account ACCOUNT = Account.parse("7moor:a");
    private static final List<String> BUDGETS =
            List.of("none", "1/PT1S", "1/PT1M", "2/PT1M", "3/PT0.01S", "20/PT1M", "70/PT10S");
    private static final List<Sent> SENT = List.of(Sent.NO, Sent.MAYBE, Sent.YES);
    private static final int STEPS = 120;

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepIsDecidedAsBefore(long seed) {
        int refused = 0;
        for (long run = 0; run < 40; run++) {
            refused += new Run(new SplittableRandom(seed * 1_000 + run)).steps();
        }
        assertThat(refused).as("commands that were late").isGreaterThan(100);
    }

    /** One lane through random events, and the earlier rule beside it. */
    private static final class Run {
        private final SplittableRandom random;
        private final long window;
        private final Lanes<String> lanes;
        private final Lane<String> lane;
        private final ReferenceForecast model;
        private final ContentHash hashes = new ContentHash(7);
        private final Set<WaitingQuery<String>> waiting = new HashSet<>();
        private final List<InFlightRequest<String>> inFlight = new ArrayList<>();
        private final boolean sharing;
        private final long longest;
        private final boolean equalDeadlines;
        private long now;
        private long numbers;
        private int refused;

        Run(SplittableRandom random) {
            this.random = random;
            Budget budget = Budget.parse(BUDGETS.get(random.nextInt(BUDGETS.size())));
            this.window = budget.limited()
                    ? budget.window().toNanos()
                    : Duration.ofSeconds(1).toNanos();
            RetryPolicy retries = new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 3);
            Duration late = Duration.ofNanos(random.nextLong(4 * window));
            Settings settings = new Settings(account -> budget, Limits.DEFAULT, retries, late);
            this.lanes = new Lanes<>(settings);
            this.lane = lanes.getOrCreate(ACCOUNT);
            this.model = new ReferenceForecast(budget, late.toNanos());
            this.sharing = random.nextBoolean();
            this.longest = window * (1 + random.nextInt(40)) + 1;
            this.equalDeadlines = random.nextInt(4) == 0;
            restore(budget);
        }

        private void restore(Budget budget) {
            List<SpentSlots> spent = new ArrayList<>();
            for (int i = random.nextInt(3); budget.limited() && i > 0; i--) {
                long ago = random.nextLong(-2 * window, window);
                int count = 1 + random.nextInt(budget.requests());
                spent.add(new SpentSlots(count, Duration.ofNanos(ago)));
                model.restored(count, -ago);
            }
            lane.restore(spent, 0);
        }

        int steps() {
            for (int step = 0; step < STEPS; step++) {
                for (int event = random.nextInt(4); event > 0; event--) {
                    event();
                }
                expire();
                while (random.nextInt(3) > 0 && lane.mayStart(now)) {
                    start();
                }
                look();
                passTime();
            }
            return refused;
        }

        private void event() {
            switch (random.nextInt(8)) {
                case 0 -> endOne();
                case 1 -> removeOne();
                default -> arrive();
            }
        }

        private void arrive() {
            int query = sharing ? random.nextInt(12) : (int) numbers;
            long left = equalDeadlines ? longest : random.nextLong(1, longest + 1);
            Command<String> command = new Command<>("c" + numbers, ACCOUNT, new NumberedQuery(query), now + left);
            QueryKey key = new QueryKey(command.query(), hashes);
            lane.enqueue(new PendingCommand<>(command, key, lane, numbers++, now), now);
        }

        private void start() {
            InFlightRequest<String> started = lane.start(numbers++, now);
            model.started();
            inFlight.add(started);
        }

        private void endOne() {
            if (inFlight.isEmpty()) {
                return;
            }
            InFlightRequest<String> ended = inFlight.remove(random.nextInt(inFlight.size()));
            Sent sent = SENT.get(random.nextInt(SENT.size()));
            lane.ended(ended, sent, now);
            model.ended(sent, now);
            if (random.nextInt(6) == 0) {
                Duration retryAfter = Duration.ofNanos(random.nextLong(2 * window));
                lane.failed(
                        ended.key,
                        new QueryFailure(Reason.VENDOR_UNAVAILABLE, "busy", Sent.YES, Scope.ACCOUNT, retryAfter, null),
                        now);
            }
            if (random.nextBoolean()) {
                List<PendingCommand<String>> again = ended.commands.stream()
                        .filter(command -> command.deadline() > now)
                        .toList();
                lane.awaitRetry(now);
                lane.requeue(ended, again, now + random.nextLong(window), now);
            } else {
                lane.answered(now);
            }
        }

        private void removeOne() {
            List<PendingCommand<String>> all = lane.queue.all();
            if (!all.isEmpty()) {
                lane.remove(all.get(random.nextInt(all.size())), now);
            }
        }

        private void expire() {
            lane.queue.all().stream()
                    .filter(command -> command.deadline() <= now)
                    .forEach(command -> lane.remove(command, now));
        }

        /** Compares both forecasts, and removes what is late. */
        private void look() {
            if (Forecast.unneeded(lane, now)) {
                assertThat(modelLate(now)).isEmpty();
                return;
            }
            Forecast<String> forecast = Forecast.of(lane, now);
            List<PendingCommand<String>> late = forecast.late();
            assertThat(late).isEqualTo(modelLate(now));
            late.forEach(command -> lane.remove(command, now));
            refused += late.size();
            assertThat(Forecast.usefulWaits(lane, late, now)).isEqualTo(modelWaits(late));
            assertNoneLateBefore(forecast.nextAt());
        }

        private List<PendingCommand<String>> modelLate(long at) {
            return model.late(waiting(), lane.closure.opensAt(), at).stream()
                    .filter(command -> command.deadline() > at)
                    .toList();
        }

        private List<Long> modelWaits(List<PendingCommand<String>> late) {
            int ahead = lane.queue.queries();
            long[] starts = model.starts(ahead + late.size() + 1, lane.closure.opensAt(), now);
            Map<QueryKey, Long> useful = new HashMap<>();
            List<Long> waits = new ArrayList<>();
            for (PendingCommand<String> command : late) {
                long start = starts[ahead + useful.size()];
                waits.add(useful.computeIfAbsent(command.key, it -> Math.max(start, lane.readyFrom(it, now))) - now);
            }
            return waits;
        }

        /**
         * Looks at some moments before the time at which the lane asks to be looked at; a moment before is the hardest.
         */
        private void assertNoneLateBefore(long nextAt) {
            long until = Math.min(nextAt - 1, Math.min(lane.queue.nextReady() - 1, now + 2 * longest));
            for (int i = 0; i < 3 && until > now; i++) {
                long at = i == 0 ? until : random.nextLong(now, until + 1);
                assertThat(modelLate(at))
                        .as("late at %d, before %d", at, nextAt)
                        .isEmpty();
            }
        }

        private List<WaitingQuery<String>> waiting() {
            waiting.clear();
            lane.queue.all().forEach(command -> waiting.add(lane.queue.query(command)));
            return List.copyOf(waiting);
        }

        private void passTime() {
            now += switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> random.nextLong(window / 10 + 1);
                case 2 -> random.nextLong(2 * window);
                default -> toNextChange();
            };
        }

        private long toNextChange() {
            long next = lane.nextChange(now);
            return next == Long.MAX_VALUE ? 1 : next - now;
        }
    }
}
