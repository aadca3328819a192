package io.callport.switchboard.simulation.scenario;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.simulation.scenario.Scenario.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a scenario from a seed: mostly a few accounts close to every limit, at times thousands of accounts. */
public final class ScenarioGenerator {
    private static final int MANY_ACCOUNTS_EVERY = 400;
    private static final long[] WINDOWS_MILLIS = {1, 40, 1_000, 1_000, 10_000, 60_000};
    private static final int[] REQUESTS = {1, 1, 2, 3, 5, 20};

    private final long seed;
    private final SplittableRandom random;
    private final Duration window;
    private final Duration timeout;

    private ScenarioGenerator(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.window = Duration.ofMillis(WINDOWS_MILLIS[random.nextInt(WINDOWS_MILLIS.length)]);
        this.timeout = Duration.ofNanos(Math.max(1_000, between(window.toNanos() / 50, window.toNanos() * 2)));
    }

    public static Scenario of(long seed) {
        return new ScenarioGenerator(seed).make();
    }

    private Scenario make() {
        boolean many = Math.floorMod(seed, MANY_ACCOUNTS_EVERY) == MANY_ACCOUNTS_EVERY - 1;
        int accounts = many ? 1_000 + random.nextInt(2_000) : 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
        List<VendorBehavior> behaviors = behaviors();
        List<Profile> profiles = new ArrayList<>();
        for (int number = 0; number < accounts; number++) {
            profiles.add(profile(number, behaviors));
        }
        Limits limits = many || random.nextBoolean() ? Limits.DEFAULT : smallLimits();
        boolean batches = limits.equals(Limits.DEFAULT) && random.nextBoolean();
        return new Scenario(seed, limits, retries(), timeout, batches, profiles, events(accounts, many));
    }

    private List<ScenarioEvent> events(int accounts, boolean many) {
        long span = window.toNanos() * (1 + random.nextInt(8));
        long start = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
        LoadGenerator loads = new LoadGenerator(random, start, span, window);
        for (int account = 0; account < accounts; account++) {
            loads.add(account, many);
        }
        loads.addOccasions();
        List<ScenarioEvent> events = loads.events();
        events.sort(Comparator.comparingLong(ScenarioEvent::at));
        return events;
    }

    private Profile profile(int number, List<VendorBehavior> behaviors) {
        int requests = REQUESTS[random.nextInt(REQUESTS.length)];
        Budget budget = random.nextInt(8) == 0 ? Budget.UNLIMITED : new Budget(requests, window);
        long latency = random.nextInt(3) == 0 ? timeout.toNanos() : between(1, timeout.toNanos() / 4 + 2);
        long behaviorLength = between(window.toNanos() / 4 + 1, window.toNanos() * 4);
        return new Profile(new Account("sim", Integer.toString(number)), budget, latency, behaviors, behaviorLength);
    }

    private List<VendorBehavior> behaviors() {
        List<VendorBehavior> behaviors = new ArrayList<>(List.of(VendorBehavior.HEALTHY, VendorBehavior.HASTY));
        for (int i = random.nextInt(4); i > 0; i--) {
            behaviors.add(VendorBehavior.ALL.get(random.nextInt(VendorBehavior.ALL.size())));
        }
        return behaviors;
    }

    private Limits smallLimits() {
        return new Limits(
                1 + random.nextInt(12),
                1 + random.nextInt(25),
                1 + random.nextInt(4),
                1 + random.nextInt(5),
                8L * (1 + random.nextInt(3))); // an eighth of it is for answers, each of which weighs 1
    }

    private RetryPolicy retries() {
        long base = between(window.toNanos() / 200 + 1, window.toNanos() / 2);
        long max = base * (1 + random.nextInt(10)) + random.nextInt(100);
        return new RetryPolicy(Duration.ofNanos(base), Duration.ofNanos(max), 1 + random.nextInt(5));
    }

    private long between(long from, long to) {
        return random.nextLong(from, Math.max(from + 1, to));
    }
}
