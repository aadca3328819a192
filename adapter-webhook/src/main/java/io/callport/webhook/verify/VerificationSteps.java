package io.callport.webhook.verify;

/** Counts the steps of a verification: whatever is refused takes as many as what is accepted. */
public interface VerificationSteps {
    /** A counter that counts nothing. */
    VerificationSteps NONE = new VerificationSteps() {
        @Override
        public void digested(int bytes) {}

        @Override
        public void compared(int bytes) {}
    };

    /** So many received bytes went into a digest. */
    void digested(int bytes);

    /** So many received bytes were compared. */
    void compared(int bytes);
}
