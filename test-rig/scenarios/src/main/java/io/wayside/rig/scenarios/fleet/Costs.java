// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

/** What a gateway takes of this process. */
record Costs(Results results) {

  /**
   * @param bare with the receiver and nothing else
   * @param built with all journals open
   * @param connected with all uplinks connected and their backlog sent
   */
  void of(Footprint bare, Footprint built, Footprint connected, int gateways, int durable) {
    results.part("What it takes");
    results.add("threads", "threads of the process", connected.threads(), "");
    results.add(
        "threadsPerUplink",
        "threads of one uplink, its own",
        (double) (connected.uplink() - built.uplink()) / gateways,
        "");
    results.add(
        "pahoThreadsPerUplink",
        "  of the client library",
        (double) (connected.paho() - built.paho()) / gateways,
        "");
    if (durable > 0) {
      results.add(
          "threadsPerJournal",
          "threads of one journal on disk",
          (double) (built.threads() - bare.threads()) / durable,
          "");
    }
    long heap = connected.heapBytes() - built.heapBytes();
    results.add(
        "heapPerUplinkKb", "heap of one gateway with its records", (heap >> 10) / gateways, "KiB");
    results.add("heapMb", "heap of the process", connected.heapBytes() >> 20, "MiB");
    Footprint.residentBytes("VmRSS")
        .ifPresent(bytes -> results.add("residentMb", "memory of the process", bytes >> 20, "MiB"));
  }
}
