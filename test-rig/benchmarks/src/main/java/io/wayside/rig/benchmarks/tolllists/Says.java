// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a measured process says of itself: times, garbage, memory. */
final class Says {

  /** Looks one tag up; something that depends on the answer. */
  interface LookUp {
    int find(TagNumber tag) throws Exception;
  }

  /** Work that is timed. */
  interface Work {
    void run() throws Exception;
  }

  private static final int ASKED = 50_000;
  private static final int ROUNDS = 8;

  private final String who;
  private final PrintStream out;

  Says(String who, PrintStream out) {
    this.who = who;
    this.out = out;
  }

  void time(String what, Work work) throws Exception {
    long started = System.nanoTime();
    long used = processor();
    work.run();
    say(what, (System.nanoTime() - started) / 1e9);
    say(what + "-cpu", (processor() - used) / 1e9);
  }

  /** Processor time of this process in ns, its compiler and collector included. */
  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Processor time and garbage of a look-up, after rounds that are thrown away. */
  void lookUps(int tags, LookUp lookUp) throws Exception {
    TagNumber[] asked = SampleTags.asked(ASKED, tags);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      found += round(asked, lookUp);
    }
    long before = threads.getThreadAllocatedBytes(thread);
    long started = threads.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      found += round(asked, lookUp);
    }
    double nanos = threads.getCurrentThreadCpuTime() - started;
    double allocated = threads.getThreadAllocatedBytes(thread) - before;
    say("lookup", nanos / ROUNDS / ASKED);
    say("garbage", allocated / ROUNDS / ASKED);
    say("found", (double) found / 2 / ROUNDS / ASKED);
  }

  private static long round(TagNumber[] asked, LookUp lookUp) throws Exception {
    long found = 0;
    for (TagNumber tag : asked) {
      found += lookUp.find(tag);
    }
    return found;
  }

  /** Resident memory, and what of it no file stands behind. */
  void memory() throws IOException {
    say("resident", kib("VmRSS:") / 1024);
    say("anonymous", kib("RssAnon:") / 1024);
  }

  private static double kib(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElse(0);
  }

  void say(String what, double value) {
    out.println(String.format(Locale.ROOT, "%s %s %.4f", who, what, value));
  }
}
