// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import java.nio.file.Path;

class EquinoxTest extends InFrameworkContract {

  @Override
  Path framework() {
    return Child.placeOf(org.eclipse.osgi.launch.EquinoxFactory.class);
  }
}
