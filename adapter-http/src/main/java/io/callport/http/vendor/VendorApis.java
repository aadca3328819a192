package io.callport.http.vendor;

import io.callport.account.Account;
import io.callport.http.settings.HttpListener;
import io.callport.http.transport.ResponseMemory;
import io.callport.memory.AnswerMemory;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Feign interfaces of one vendor's accounts. Thread-safe.
 *
 * @param <T> the vendor's Feign interface
 */
public final class VendorApis<T> {
    private final Map<Account, T> apis;
    private final AnswerMemory memory;
    private final HttpListener listener;

    VendorApis(Map<Account, T> apis, AnswerMemory memory, HttpListener listener) {
        this.apis = Map.copyOf(apis);
        this.memory = memory;
        this.listener = listener;
    }

    /**
     * Makes a request for an account and reads the vendor's reply.
     *
     * @param endpoint the request's path, for the report
     * @param request calls the Feign interface and maps its reply to the answer
     * @throws QueryFailedException if there is no answer
     */
    @SuppressWarnings("try") // what is opened is found by the thread
    public <A> A ask(Account account, String endpoint, Function<? super T, ? extends A> request) {
        T api = apis.get(account);
        if (api == null) {
            throw new QueryFailedException(
                    QueryFailure.notSent(Reason.UNKNOWN_ACCOUNT, "The account is not configured here"));
        }
        long start = System.nanoTime();
        try (ResponseMemory opened = ResponseMemory.open(memory)) {
            A answer = request.apply(api);
            report(account, endpoint, null, start);
            return answer;
        } catch (QueryFailedException e) {
            report(account, endpoint, e.failure().reason(), start);
            throw e;
        }
    }

    private void report(Account account, String endpoint, @Nullable Reason refusal, long start) {
        listener.requestEnded(account, endpoint, refusal, Duration.ofNanos(System.nanoTime() - start));
    }
}
