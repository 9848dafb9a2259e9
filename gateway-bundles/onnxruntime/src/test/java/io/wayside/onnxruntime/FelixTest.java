// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import java.nio.file.Path;

class FelixTest extends InFrameworkContract {

  @Override
  Path framework() {
    return Child.placeOf(org.apache.felix.framework.FrameworkFactory.class);
  }
}
