package io.callport.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.settings.ResponseSignatures;
import io.callport.query.Answer;
import io.callport.query.Query;
import io.callport.query.QueryType;
import io.callport.query.VendorFields;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every vendor: the answer is the same in all loose types of its values. */
@Timeout(300)
class LenientTypesTest {
    private static final VendorSandbox SANDBOX = VendorSandbox.start(0);
    private static final HttpPorts PORTS = HttpPorts.open(
            DocumentedExamples.signatures(ResponseSignatures.REQUIRE),
            Stream.of(DocumentedExamples.MOOR, DocumentedExamples.CALLBOT, DocumentedExamples.NXLINK)
                    .map(account -> DocumentedExamples.access(SANDBOX.url(), account))
                    .toList());

    @AfterAll
    static void close() {
        PORTS.close();
        SANDBOX.close();
    }

    static List<Arguments> queries() {
        return Stream.of(DocumentedExamples.MOOR, DocumentedExamples.CALLBOT, DocumentedExamples.NXLINK)
                .flatMap(account -> Queries.ALL.stream()
                        .map(QueryType::examples)
                        .flatMap(List::stream)
                        .filter(query -> PORTS.answers(account.vendor(), query))
                        .map(query -> Arguments.of(account, query)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theAnswerIsTheSame(Account account, Query<?, ?> query) {
        Answer plain = DocumentedExamples.ask(PORTS, account, query);
        SANDBOX.arm(Fault.of(FaultKind.LOOSE_TYPES));
        Answer loose = DocumentedExamples.ask(PORTS, account, query);

        assertThat(loose)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(VendorFields.class)
                .isEqualTo(plain);
        assertThat(SANDBOX.faults()).isEmpty();
    }
}
