package io.callport.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.callport.sandbox.field.InvalidFieldException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArmedFaultsTest {
    private final ArmedFaults faults = new ArmedFaults();

    @Test
    void aFaultOfAnAccountConcernsNoOther() {
        faults.arm(Fault.of(FaultKind.RESET).on("7moor:1"));

        assertThat(faults.take("7moor:2", "/a")).isNull();
        assertThat(faults.take("7moor:1", "/a")).isNotNull();
    }

    @Test
    void aFaultOfAPathConcernsNoOther() {
        faults.arm(Fault.of(FaultKind.RESET).at("/a"));

        assertThat(faults.take("7moor:1", "/b")).isNull();
        assertThat(faults.take("7moor:1", "/a")).isNotNull();
    }

    @Test
    void faultsAreTakenInTheOrderOfArmingAndAsOftenAsTheySay() {
        faults.arm(Fault.of(FaultKind.RESET).times(2));
        faults.arm(Fault.of(FaultKind.CLOSE));

        assertThat(faults.take("7moor:1", "/a"))
                .isEqualTo(Fault.of(FaultKind.RESET).times(2));
        assertThat(faults.list()).containsExactly(Fault.of(FaultKind.RESET), Fault.of(FaultKind.CLOSE));
        assertThat(faults.take("7moor:1", "/a")).isEqualTo(Fault.of(FaultKind.RESET));
        assertThat(faults.take("7moor:1", "/a")).isEqualTo(Fault.of(FaultKind.CLOSE));
        assertThat(faults.take("7moor:1", "/a")).isNull();
    }

    @Test
    void whatIsWrittenCanBeRead() {
        Fault fault = Fault.of(FaultKind.CODE, Map.of("code", "400", "message", "no", "millis", 5))
                .times(3)
                .on("7moor:1")
                .at("/a");

        assertThat(FaultJson.read(FaultJson.write(fault))).isEqualTo(fault);
    }

    @Test
    void everyKindIsFoundByItsName() {
        for (FaultKind kind : FaultKind.values()) {
            assertThat(FaultKind.labelled(kind.label())).isEqualTo(kind);
            assertThat(kind.fieldNames()).contains("millis").doesNotHaveDuplicates();
        }
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> FaultKind.labelled("RESET"))
                .withMessageContaining("reset-in-body");
    }
}
