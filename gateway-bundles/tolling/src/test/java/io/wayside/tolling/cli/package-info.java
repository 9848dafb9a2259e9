// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.cli;

import org.jspecify.annotations.NullMarked;
