package dev.perennial.channel.message.app;

import dev.perennial.channel.template.app.Liquid;
import dev.perennial.channel.template.domain.Template;
import java.util.Map;

/** A template ready to be rendered. */
record ParsedTemplate(Template template, liqp.Template subject, liqp.Template body) {

  static ParsedTemplate of(Template template) {
    var content = template.content();
    return new ParsedTemplate(
        template, Liquid.TEXT.parse(content.subject()), Liquid.HTML.parse(content.body()));
  }

  /** One line, whatever the variables hold: nothing can add a header. */
  String subject(Map<String, Object> variables) {
    return subject.render(variables).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  String body(Map<String, Object> variables) {
    return body.render(variables);
  }
}
