package io.callport.switchboard.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.growth.CountingClassLoader;
import io.callport.query.Outcome;
import io.callport.query.VendorFields;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The laws of growth of the switchboard (S8): the cost of an event as the content grows. The test counts steps and
 * measures no time, so that an operation that looks at everything fails here on any machine.
 */
@Timeout(300)
class GrowthTest {
    private static final Outcome ANSWER = new Outcome.Answered(new CallInfo(VendorFields.NONE));
    private static final Account ACCOUNT = Account.parse("7moor:a");

    private static final Budget BUDGET = Budget.parse("100/PT1S");

    /** Distinct queries wait on one lane, and all can be asked in time. */
    public static final class Waiting implements IntToLongFunction {
        @Override
        public long applyAsLong(int queries) {
            return new EventLoad(BUDGET, ANSWER)
                    .hold(queries, it -> ACCOUNT, Waiting::deadline)
                    .stepsOfRounds(it -> ACCOUNT, Waiting::deadline);
        }

        private static int deadline(int number) {
            return 100_000 + number * 7_919 % 50_000;
        }
    }

    /**
     * Distinct queries wait on one lane, as many as there are starts before their deadline; of those that come, some
     * are late.
     */
    public static final class Crowded implements IntToLongFunction {
        @Override
        public long applyAsLong(int queries) {
            return new EventLoad(BUDGET, ANSWER)
                    .hold(queries, it -> ACCOUNT, it -> queries)
                    .stepsOfRounds(it -> ACCOUNT, it -> it % 2 == 0 ? queries / 2 : queries * 3 / 4 + it % 7);
        }
    }

    /** Accounts have a query in flight or a slot that is not free, each a lane. */
    public static final class Lanes implements IntToLongFunction {
        @Override
        public long applyAsLong(int lanes) {
            Account[] accounts = IntStream.range(0, lanes)
                    .mapToObj(it -> new Account("7moor", "account-" + it))
                    .toArray(Account[]::new);
            return new EventLoad(Budget.parse("20/PT1H"), ANSWER)
                    .hold(lanes, it -> accounts[it], it -> 1_000)
                    .stepsOfRounds(it -> accounts[it * 7_919 % lanes], it -> 1_000);
        }
    }

    @Test
    void anEventOnALaneDoesNotDependOnTheNumberOfQueriesThatWaitThere() {
        assertGrowth(Waiting.class, 10, 10_000, 2);
    }

    /** The searches here are of those near the edge; they grow with the logarithm, and by the base of few. */
    @Test
    void anEventOnALaneThatIsFullToItsDeadlinesIsNoLookAtAllQueries() {
        assertGrowth(Crowded.class, 100, 10_000, 4);
    }

    @Test
    void anEventDoesNotDependOnTheNumberOfLanes() {
        assertGrowth(Lanes.class, 100, 20_000, 2);
    }

    private static void assertGrowth(Class<? extends IntToLongFunction> load, int few, int many, int most) {
        IntToLongFunction steps =
                new CountingClassLoader("io.callport.switchboard.").create(load, IntToLongFunction.class);
        long withFew = steps.applyAsLong(few);
        long withMany = steps.applyAsLong(many);

        assertThat(withFew).as("steps of a round with %d", few).isPositive();
        assertThat(withMany)
                .as("steps of a round with %d, beside %d with %d", many, withFew, few)
                .isLessThan(most * withFew);
    }
}
