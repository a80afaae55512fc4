import ast


def run(text, model):
    # ruleid: no-code-injection-dynamic
    eval(text)
    # ruleid: no-code-injection-dynamic
    exec(text, {})
    # ok: no-code-injection-dynamic
    eval("1 + 1")
    # ok: no-code-injection-dynamic
    ast.literal_eval(text)
    # ok: no-code-injection-dynamic
    model.eval()


def handler(event, context):
    # ok: no-code-injection-dynamic
    return eval(event["code"])
