package io.callport.http.transport;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.memory.AnswerMemory;
import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import io.callport.query.QueryFailedException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A separate process with a small heap, which requests many large answers at once. */
final class LargeAnswersProcess {
    private LargeAnswersProcess() {}

    /**
     * Asks and prints how many answers came.
     *
     * @param args the vendor's address, how many answers, and {@code unbounded} for no bound of their memory
     */
    public static void main(String[] args) throws Exception {
        MemoryLedger ledger = new MemoryLedger(Runtime.getRuntime().maxMemory() / 100 * 40);
        AnswerMemory memory = args.length > 2 ? ResponseMemory.unbounded() : ledger.answers();
        HttpSettings settings = new HttpSettings(
                Duration.ofSeconds(30), Duration.ofMinutes(5), 16 << 20, ResponseSignatures.WARN, Map.of());
        ExecutorService threads = Executors.newCachedThreadPool();
        int answered = 0;
        int refused = 0;
        try (HttpPorts ports = HttpPorts.open(
                settings, List.of(DocumentedExamples.moor(URI.create(args[0]))), HttpListener.NONE, memory)) {
            Callable<Integer> one =
                    () -> DocumentedExamples.numbers(ports).displayNumbers().size();
            List<Future<Integer>> all = threads.invokeAll(Collections.nCopies(Integer.parseInt(args[1]), one));
            for (Future<Integer> each : all) {
                try {
                    each.get();
                    answered++;
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof QueryFailedException failed)) {
                        throw e;
                    }
                    System.out.println(failed.failure());
                    refused++;
                }
            }
        }
        System.out.println("answered=" + answered + " refused=" + refused + " held=" + ledger.held(MemoryUse.REQUESTS));
        System.exit(0);
    }
}
