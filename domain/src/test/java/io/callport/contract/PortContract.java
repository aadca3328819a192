package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.query.Answer;
import io.callport.query.Ports;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.QueryType;
import io.callport.query.Reason;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules that every implementation of the ports keeps, for every vendor and transport. The test class of an
 * implementation implements this interface and names the port.
 */
public interface PortContract {
    /** The ports under test, of one vendor, with a vendor that answers. */
    Ports ports();

    /** An account that the vendor knows. */
    Account account();

    /** The names of the queries that this vendor answers. */
    Collection<String> answered();

    /** From now on, the vendor answers every request with HTTP 500 and a body that holds the given text. */
    void breakVendor(String bodyText);

    /** A secret that must never be shown. */
    String secret();

    @TestFactory
    default List<DynamicTest> answersWhatItsVendorDocuments() {
        return each(
                type -> answered().contains(type.name()),
                type -> assertThat(ask(type)).isNotNull().isInstanceOf(type.answer()));
    }

    @TestFactory
    default List<DynamicTest> refusesTheRestAsUnsupportedWithoutARequest() {
        return each(type -> !answered().contains(type.name()), type -> {
            QueryFailure failure = failure(type);
            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
            assertThat(failure.sent()).isEqualTo(Sent.NO);
        });
    }

    @Test
    default void answersSeveralThreadsAtOnce() {
        QueryType<?, ?> type = anyAnswered();
        List<? extends Answer> answers =
                IntStream.range(0, 8).parallel().mapToObj(i -> ask(type)).toList();

        assertThat(answers).hasSize(8).allSatisfy(answer -> assertThat(answer).isInstanceOf(type.answer()));
    }

    @Test
    default void failsWithAReasonAndNeverShowsWhatTheVendorSent() {
        breakVendor("password=" + secret());
        QueryType<?, ?> type = anyAnswered();
        QueryFailedException e = catchThrowableOfType(QueryFailedException.class, () -> ask(type));

        assertThat(e.failure().reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
        assertThat(e.failure().sent()).isNotEqualTo(Sent.NO);
        assertThat(e).hasNoCause();
        assertThat(e.toString() + e.failure()).doesNotContain(secret());
    }

    private QueryType<?, ?> anyAnswered() {
        return Queries.ALL.stream()
                .filter(type -> answered().contains(type.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Asks the first example that this vendor takes: some take parameters that others do not. */
    private Answer ask(QueryType<?, ?> type) {
        for (Query<?, ?> example : type.examples().subList(0, type.examples().size() - 1)) {
            try {
                return ask(example);
            } catch (QueryFailedException e) {
                if (e.failure().reason() != Reason.INVALID_COMMAND) {
                    throw e;
                }
            }
        }
        return ask(type.examples().get(type.examples().size() - 1));
    }

    private <P> Answer ask(Query<P, ?> query) {
        return query.ask(ports().port(query.port()), account());
    }

    private QueryFailure failure(QueryType<?, ?> type) {
        QueryFailedException failure = catchThrowableOfType(QueryFailedException.class, () -> ask(type));
        assertThat(failure)
                .as("%s is answered; if its vendor is to answer it, name it in answered() of this test", type.name())
                .isNotNull();
        return failure.failure();
    }

    private static List<DynamicTest> each(
            java.util.function.Predicate<QueryType<?, ?>> which, java.util.function.Consumer<QueryType<?, ?>> promise) {
        return Queries.ALL.stream()
                .filter(which)
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> promise.accept(type)))
                .toList();
    }
}
