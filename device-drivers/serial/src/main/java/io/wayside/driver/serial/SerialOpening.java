// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.LinkAddress.Parity;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddress.StopBits;
import java.io.IOException;
import java.nio.file.Path;

/** Opens serial lines and pseudo-terminals by jSerialComm. */
final class SerialOpening {

  /** jSerialComm keeps the errno of a failed opening in one place for all ports. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final SerialFailure failure;

  SerialOpening(SerialFailure failure) {
    this.failure = failure;
  }

  /** The device the address leads to now. */
  DeviceNode resolve(Serial address) throws LinkDown {
    try {
      return DeviceNode.resolve(Path.of(address.path()));
    } catch (IOException nowhere) {
      throw failure.noAdapter(address);
    }
  }

  /** What the line received before is thrown away. */
  SerialLink open(Serial address, DeviceNode node) throws LinkDown {
    try {
      synchronized (ONE_AT_A_TIME) {
        return openAlone(address, node);
      }
    } catch (LinkageError noLibrary) {
      throw new LinkDown(
          "%s: the native library of jSerialComm is missing for this processor; put it into the folder %s"
              .formatted(node.real(), NativeLibrary.FOLDER),
          noLibrary);
    }
  }

  private SerialLink openAlone(Serial address, DeviceNode node) throws LinkDown {
    SerialPort port = portAt(address, node);
    port.setComPortParameters(
        address.baud(), address.dataBits(), stopBits(address.stopBits()), parity(address.parity()));
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialLink.TICK_MS, 0);
    port.flushIOBuffers();
    if (!port.openPort()) {
      throw failure.refused(address, node.real(), port.getLastErrorCode());
    }
    return new SerialLink(address, port, node);
  }

  /**
   * jSerialComm looks for a path that does not exist under {@code /dev} by its last name alone, and
   * so could open another device; hence the resolved path goes in and is compared.
   */
  private SerialPort portAt(Serial address, DeviceNode node) throws LinkDown {
    try {
      SerialPort port = SerialPort.getCommPort(node.real().toString());
      if (port.getSystemPortPath().equals(node.real().toString())) {
        return port;
      }
    } catch (SerialPortInvalidPortException goneMeanwhile) {
      throw failure.noAdapter(address);
    }
    throw failure.noAdapter(address);
  }

  private static int stopBits(StopBits bits) {
    return switch (bits) {
      case ONE -> SerialPort.ONE_STOP_BIT;
      case ONE_AND_A_HALF -> SerialPort.ONE_POINT_FIVE_STOP_BITS;
      case TWO -> SerialPort.TWO_STOP_BITS;
    };
  }

  private static int parity(Parity parity) {
    return switch (parity) {
      case NONE -> SerialPort.NO_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
      case MARK -> SerialPort.MARK_PARITY;
      case SPACE -> SerialPort.SPACE_PARITY;
    };
  }
}
