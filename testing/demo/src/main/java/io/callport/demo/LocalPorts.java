package io.callport.demo;

/**
 * The ports of a local Callport.
 *
 * @param kafka the broker's port; 0 for any free port
 * @param vendors the stand-in vendors' port; 0 for any free port
 * @param admin the port of the service's health and metrics; at least 1
 * @param webhooks the port on which the service receives callbacks; at least 1
 */
record LocalPorts(int kafka, int vendors, int admin, int webhooks) {}
