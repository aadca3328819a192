package io.callport.system.crash.plan;

/** The types of fault in a schedule. */
public enum FaultType {
    /** An instance is killed, and started again. */
    KILL,
    /** An instance is frozen, mostly for longer than its session, and goes on. */
    FREEZE,
    /** Every instance in turn is asked to stop, and started again. */
    ROLLING_RESTART,
    /** A single instance is asked to stop, and started again. */
    RESTART,
    /** The broker is killed, and started again on its data. */
    BROKER_CRASH,
    /** The vendor answers late, badly or not at all. */
    VENDOR_FAULT
}
