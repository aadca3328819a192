package io.callport.switchboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Result;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.Scenario.Profile;
import io.callport.switchboard.simulation.scenario.ScenarioEvent;
import io.callport.switchboard.simulation.scenario.VendorBehavior;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** S5: quiet accounts have the same results at the same times, to the nanosecond, with and without a flooded one. */
class IsolationTest {
    private static final int FLOODED = 0;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void quietAccountsDoNotNoticeAFloodedOne() {
        for (long seed = 0; seed < 200; seed++) {
            Scenario flood = scenario(seed);
            List<ScenarioEvent> quiet = new ArrayList<>(flood.events());
            quiet.removeIf(event -> account(event) == FLOODED);
            Map<Long, Result<Long>> alone = quietResults(flood.with(quiet));
            assertThat(alone).hasSize(quiet.size());
            assertThat(quietResults(flood)).as("seed %d", seed).isEqualTo(alone);
        }
    }

    private static Map<Long, Result<Long>> quietResults(Scenario scenario) {
        Trace trace = new Trace(true, 0);
        Simulation.run(scenario, trace);
        Map<Long, Result<Long>> results = new HashMap<>();
        for (Result<Long> result : trace.results()) {
            if (Scenario.number(result.command().account()) != FLOODED) {
                results.put(result.command().attachment(), result);
            }
        }
        return results;
    }

    /** One account is flooded and its vendor misbehaves; the totals are so small that it alone reaches them. */
    private static Scenario scenario(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Profile> accounts = new ArrayList<>();
        accounts.add(profile(FLOODED, VendorBehavior.ANYTHING));
        List<ScenarioEvent> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(command(random, i, FLOODED, random.nextInt(100)));
        }
        for (int account = 1; account <= 5; account++) {
            accounts.add(profile(account, VendorBehavior.HASTY));
            for (int i = 0; i < 5; i++) {
                events.add(command(random, 1_000 + account * 100 + i, account, i));
            }
        }
        events.sort(Comparator.comparingLong(ScenarioEvent::at));
        Limits limits = new Limits(100, 60, 1, 2, 10);
        return new Scenario(seed, limits, RetryPolicy.DEFAULT, Duration.ofSeconds(10), false, accounts, events);
    }

    private static Profile profile(int number, VendorBehavior behavior) {
        Budget budget = new Budget(10, Duration.ofSeconds(30));
        Account account = new Account("sim", Integer.toString(number));
        return new Profile(account, budget, SECOND, List.of(behavior), 3_600 * SECOND);
    }

    private static ScenarioEvent command(SplittableRandom random, long id, int account, int query) {
        long at = random.nextLong(20 * SECOND);
        return new ScenarioEvent.Arrives(at, id, account, query, 60 * SECOND, Duration.ZERO);
    }

    private static int account(ScenarioEvent event) {
        return ((ScenarioEvent.Arrives) event).account();
    }
}
