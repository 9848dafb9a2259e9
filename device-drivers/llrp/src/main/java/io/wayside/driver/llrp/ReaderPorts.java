// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

/** The general purpose inputs and outputs of a reader, for the devices that are wired to them. */
public interface ReaderPorts {

  /** What is told of an input, by the reader's thread, which it must not keep waiting. */
  interface Input {
    int port();

    /** The reader is connected and told a level, as it was asked or because it changed. */
    void level(boolean high, long nanos);

    /** The reader is connected still. */
    void alive(long nowNanos);

    /** How long until the input wants to hear of the time again. */
    long untilDueNanos(long nowNanos, long longestNanos);

    /** The level cannot be told, since the reader does not tell it or is not connected. */
    void lost(PortTrouble trouble, long nowNanos);
  }

  /** What is asked of an output, and told of it, by the reader's thread. */
  interface Output {
    int port();

    /** What it is to be now. */
    boolean wanted(long nowNanos);

    /** The reader is connected and has confirmed a level. */
    void confirmed(boolean on);

    /** The output is not as it is wanted. */
    void lost(PortTrouble trouble, long nowNanos);
  }

  void add(Input input);

  void add(Output output);

  void remove(Input input);

  /** Its level stays as it is; so it is to be made safe before. */
  void remove(Output output);
}
