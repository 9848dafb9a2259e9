// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

/** An AIS station of an aid: register 1 supply in millivolt, 2 to 4 faults of its radio. */
public final class AtonStation extends Registers {

  private int supplyMv = 11_492;
  private boolean transmitterFault;
  private boolean receiverAFault;
  private boolean receiverBFault;

  public AtonStation() {
    super(1, 4);
  }

  public synchronized void supplyMv(int millivolt) {
    supplyMv = millivolt;
  }

  public synchronized void faults(boolean transmitter, boolean receiverA, boolean receiverB) {
    transmitterFault = transmitter;
    receiverAFault = receiverA;
    receiverBFault = receiverB;
  }

  @Override
  int holding(int address) {
    return switch (address) {
      case 1 -> supplyMv;
      case 2 -> transmitterFault ? 1 : 0;
      case 3 -> receiverAFault ? 1 : 0;
      default -> receiverBFault ? 1 : 0;
    };
  }

  @Override
  void wrote(int address, int value) throws Refused {
    throw new Refused(Refused.ILLEGAL_FUNCTION);
  }
}
