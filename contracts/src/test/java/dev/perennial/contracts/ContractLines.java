package dev.perennial.contracts;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.SortedSet;
import java.util.TreeSet;

/** What two versions of the contracts must agree on, a line each. */
final class ContractLines {

  private final SortedSet<String> lines = new TreeSet<>();

  private ContractLines() {}

  /** One line a field (by number), value of an enum (by number) and RPC of our packages. */
  static SortedSet<String> of(FileDescriptorSet files) {
    var contract = new ContractLines();
    for (var file : files.getFileList()) {
      if (file.getPackage().startsWith("perennial.")) {
        file.getMessageTypeList().forEach(m -> contract.message(file.getPackage(), m));
        file.getEnumTypeList().forEach(e -> contract.values(file.getPackage(), e));
        file.getServiceList().forEach(s -> contract.service(file.getPackage(), s));
      }
    }
    return contract.lines;
  }

  private void message(String scope, DescriptorProto message) {
    var name = scope + "." + message.getName();
    message.getFieldList().forEach(f -> lines.add("%s %s".formatted(name, field(message, f))));
    for (var range : message.getReservedRangeList()) {
      for (int number = range.getStart(); number < range.getEnd(); number++) {
        lines.add("%s %d reserved".formatted(name, number));
      }
    }
    message.getNestedTypeList().forEach(nested -> message(name, nested));
    message.getEnumTypeList().forEach(nested -> values(name, nested));
  }

  private static String field(DescriptorProto message, FieldDescriptorProto field) {
    var type = field.getTypeName().isEmpty() ? field.getType().name() : field.getTypeName();
    var oneof =
        field.hasOneofIndex() ? " in " + message.getOneofDecl(field.getOneofIndex()).getName() : "";
    return "%d %s %s %s%s"
        .formatted(field.getNumber(), field.getLabel(), type, field.getName(), oneof);
  }

  private void values(String scope, EnumDescriptorProto type) {
    type.getValueList()
        .forEach(value ->
            lines.add(
                "%s.%s %d %s"
                    .formatted(scope, type.getName(), value.getNumber(), value.getName())));
  }

  private void service(String scope, ServiceDescriptorProto service) {
    service
        .getMethodList()
        .forEach(rpc ->
            lines.add(
                "%s.%s rpc %s %s%s %s%s"
                    .formatted(
                        scope,
                        service.getName(),
                        rpc.getName(),
                        rpc.getClientStreaming() ? "stream " : "",
                        rpc.getInputType(),
                        rpc.getServerStreaming() ? "stream " : "",
                        rpc.getOutputType())));
  }
}
